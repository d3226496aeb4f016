using Microsoft.Data.Sqlite;

namespace SocialListening.Functions.Embedded;

/// <summary>
/// One open connection with its prepared statements, which are kept for as long as the connection. Used by one caller at a
/// time. Parameters are positional: the first value is <c>?1</c>.
/// </summary>
internal sealed class SqliteSession : IDisposable
{
    private const string SelectName = "SELECT no FROM name WHERE text = ?1";
    private const string InsertName = "INSERT INTO name (text) VALUES (?1) RETURNING no";

    private static readonly string[] ParameterNames = [.. Enumerable.Range(1, 32).Select(i => $"?{i}")];

    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _names = new(StringComparer.Ordinal);

    /// <summary>Opens a connection.</summary>
    /// <param name="connectionString">Where to.</param>
    public SqliteSession(string connectionString)
    {
        _connection = new SqliteConnection(connectionString);
        try
        {
            _connection.Open();
        }
        catch
        {
            _connection.Dispose();
            throw;
        }
    }

    /// <summary>Runs a statement that returns no rows.</summary>
    /// <param name="sql">The statement; one of a small fixed set of texts.</param>
    /// <param name="values">Its parameters; <see langword="null"/> for NULL.</param>
    /// <returns>The rows that it changed.</returns>
    public int Execute(string sql, params ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteNonQuery();

    /// <summary>Runs a statement for the first column of its first row.</summary>
    /// <param name="sql">The statement; one of a small fixed set of texts.</param>
    /// <param name="values">Its parameters; <see langword="null"/> for NULL.</param>
    /// <returns>The value; <see langword="null"/> for NULL and for no row.</returns>
    public object? Scalar(string sql, params ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteScalar() is { } value and not DBNull ? value : null;

    /// <summary>Runs a statement that returns rows. Dispose the reader before the same statement runs again.</summary>
    /// <param name="sql">The statement; one of a small fixed set of texts.</param>
    /// <param name="values">Its parameters; <see langword="null"/> for NULL.</param>
    public SqliteDataReader Query(string sql, params ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteReader();

    /// <summary>Runs a script of several statements, unprepared.</summary>
    /// <param name="script">The script.</param>
    public void Run(string script)
    {
        using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // The scripts are constants of the schema.
        command.CommandText = script;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    /// <summary>Gives the number that stands for a brand, platform, language or queue, making one for a new name. Only inside a write.</summary>
    /// <param name="text">The name.</param>
    public long NameOf(string text)
    {
        if (!_names.TryGetValue(text, out var number))
        {
            number = (long)(Scalar(SelectName, text) ?? Scalar(InsertName, text)!);
            _names.Add(text, number);
        }

        return number;
    }

    /// <summary>Undoes the open transaction, if there still is one.</summary>
    public void RollBack()
    {
        _names.Clear();
        if (SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle) == 0)
        {
            Execute("ROLLBACK");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in _prepared.Values)
        {
            command.Dispose();
        }

        _connection.Dispose();
    }

    private SqliteCommand Bind(string sql, ReadOnlySpan<object?> values)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
#pragma warning disable CA2100 // Every text is a constant of an adapter; values are always bound.
            command.CommandText = sql;
#pragma warning restore CA2100
            for (var i = 0; i < values.Length; i++)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = ParameterNames[i] });
            }

            _prepared.Add(sql, command);
        }

        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return command;
    }
}
