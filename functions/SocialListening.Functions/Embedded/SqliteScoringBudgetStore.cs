using SocialListening.Contracts;
using SocialListening.Storage;

namespace SocialListening.Functions.Embedded;

/// <summary>The cost of each day in the storage file, with a version that counts up from 1.</summary>
/// <param name="database">The storage file.</param>
internal sealed class SqliteScoringBudgetStore(SqliteDatabase database) : IScoringBudgetStore
{
    private const string Select = "SELECT version, body FROM budget WHERE day = ?1";
    private const string Insert = "INSERT INTO budget (day, version, body) VALUES (?1, 1, ?2) ON CONFLICT (day) DO NOTHING";
    private const string Update = "UPDATE budget SET version = version + 1, body = ?2 WHERE day = ?1 AND version = ?3";

    /// <inheritdoc/>
    public Task<Versioned<BudgetDay>> GetAsync(DateOnly day, CancellationToken cancellationToken) => database.ReadAsync(
        session =>
        {
            using var reader = session.Query(Select, (long)day.DayNumber);
            return reader.Read()
                ? new Versioned<BudgetDay>(EmbeddedJson.Read(reader.GetFieldValue<byte[]>(1), SocialListeningJsonContext.Default.BudgetDay), reader.GetInt64(0))
                : default;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TrySaveAsync(BudgetDay day, long expectedVersion, CancellationToken cancellationToken)
    {
        var body = EmbeddedJson.Write(day, SocialListeningJsonContext.Default.BudgetDay);
        return database.WriteAsync(
            session => expectedVersion == 0
                ? session.Execute(Insert, (long)day.Day.DayNumber, body) == 1
                : session.Execute(Update, (long)day.Day.DayNumber, body, expectedVersion) == 1,
            cancellationToken);
    }
}
