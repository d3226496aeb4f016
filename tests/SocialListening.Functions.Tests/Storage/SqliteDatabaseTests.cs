using Microsoft.Data.Sqlite;
using SocialListening.Contracts;
using SocialListening.Functions.Embedded;
using SocialListening.Storage;
using static SocialListening.Functions.Tests.Storage.Make;

namespace SocialListening.Functions.Tests.Storage;

public sealed class SqliteDatabaseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => _folder.File("storage.db");

    [Fact]
    public void Open_FolderMissing_MakesIt()
    {
        var deep = Path.Combine(_folder.Path, "a", "b", "storage.db");
        SqliteDatabase.Open(deep, fresh: false).Dispose();

        Assert.True(System.IO.File.Exists(deep));
    }

    [Fact]
    public void Open_OwnedByAnother_NamesTheFileAndTheSetting()
    {
        using var owner = SqliteDatabase.Open(File, fresh: false);

        var refused = Assert.Throws<EmbeddedStorageException>(() => SqliteDatabase.Open(File, fresh: false));

        Assert.Contains(File, refused.Message, StringComparison.Ordinal);
        Assert.Contains("in use by another process", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Storage:Path", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_FreshWhileOwnedByAnother_LeavesTheFileAlone()
    {
        using var owner = SqliteDatabase.Open(File, fresh: false);

        Assert.Throws<EmbeddedStorageException>(() => SqliteDatabase.Open(File, fresh: true));

        Assert.True(System.IO.File.Exists(File));
    }

    [Fact]
    public void Open_AfterTheOwnerClosed_Works()
    {
        SqliteDatabase.Open(File, fresh: false).Dispose();
        SqliteDatabase.Open(File, fresh: false).Dispose();
    }

    [Fact]
    public async Task Open_FileOfTheFirstVersion_KeepsWhatItHoldsAndCountsOn()
    {
        using (var database = SqliteDatabase.Open(File, fresh: false))
        {
            await new SqliteMentionStore(database).StoreAsync("cafe", [Mention("1")], default);
        }

        MakeFirstVersion();

        using var upgraded = SqliteDatabase.Open(File, fresh: false);
        await new SqliteMentionStore(upgraded).StoreAsync("cafe", [Mention("1"), Toned("2", 0.9f, IntentNames.Praise)], default);
        var rollup = Assert.Single(await new SqliteRollupReader(upgraded).ListAsync("cafe", Noon, Noon.AddHours(1), default));
        Assert.Equal((2, 1, 1), (rollup.Total, rollup.Toxic, rollup.ByIntent[IntentNames.Praise]));
        var first = (await new SqliteMentionReader(upgraded).ListAsync(new MentionFilter { BrandId = "cafe" }, default)).Mentions[0];
        Assert.Equal(("1", 1, SentimentLabel.Negative), (first.Mention.PlatformPostId, first.Revision, first.Sentiment));
        Assert.Empty(first.Score.Intents);
        Assert.Equal(2, (await new SqliteMentionErasure(upgraded).FindByAuthorAsync("mastodon", ["a1"], default)).Count);
        var corrected = await new SqliteMentionRevisions(upgraded).CorrectAsync("cafe", "mastodon:1", new SentimentCorrection(SentimentLabel.Neutral, Noon), null, default);
        Assert.Equal(CorrectionOutcome.Changed, corrected.Outcome);
        rollup = Assert.Single(await new SqliteRollupReader(upgraded).ListAsync("cafe", Noon, Noon.AddHours(1), default));
        Assert.All(rollup.ByMinute, minute => Assert.True(minute.Value > 0, minute.Key));
    }

    [Fact]
    public async Task Open_Fresh_StartsEmpty()
    {
        using (var database = SqliteDatabase.Open(File, fresh: false))
        {
            await new SqliteMentionStore(database).StoreAsync("cafe", [Mention("1")], default);
        }

        using var again = SqliteDatabase.Open(File, fresh: true);
        Assert.Empty(await new SqliteRollupReader(again).ListAsync("cafe", Noon, Noon.AddHours(1), default));
    }

    [Fact]
    public void Open_NewerSchema_SaysWhichVersionsItKnows()
    {
        SqliteDatabase.Open(File, fresh: false).Dispose();
        Execute("PRAGMA user_version = 99");

        var refused = Assert.Throws<EmbeddedStorageException>(() => SqliteDatabase.Open(File, fresh: false));

        Assert.Contains($"schema version 99, but this program knows versions up to {SqliteSchema.Version}", refused.Message, StringComparison.Ordinal);
        Assert.Contains(File, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CREATE TABLE invoices (id)")]
    [InlineData("PRAGMA application_id = 77")]
    public void Open_DatabaseOfAnotherProgram_IsRefusedUntouched(string script)
    {
        Execute(script);

        var refused = Assert.Throws<EmbeddedStorageException>(() => SqliteDatabase.Open(File, fresh: false));

        Assert.Contains("another program", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0L, Scalar("SELECT count(*) FROM sqlite_schema WHERE name = 'mention'"));
    }

    [Fact]
    public void Open_FileThatIsNoDatabase_SaysSo()
    {
        System.IO.File.WriteAllText(File, new string('x', 5000));

        var refused = Assert.Throws<EmbeddedStorageException>(() => SqliteDatabase.Open(File, fresh: false));

        Assert.Contains($"'{File}' is not an SQLite database", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Use_DamagedPages_SaysThatTheFileIsDamaged()
    {
        using (var database = SqliteDatabase.Open(File, fresh: false))
        {
            await new SqliteMentionStore(database).StoreAsync("cafe", [.. Enumerable.Range(0, 2000).Select(i => Mention($"{i}"))], default);
        }

        using (var stream = System.IO.File.OpenWrite(File))
        {
            stream.Position = 8192;
            stream.Write(Enumerable.Repeat((byte)0x5A, (int)stream.Length - 8192).ToArray());
        }

        var refused = await Assert.ThrowsAsync<EmbeddedStorageException>(async () =>
        {
            using var damaged = SqliteDatabase.Open(File, fresh: false);
            await new SqliteMentionStore(damaged).StoreAsync("cafe", [Mention("new")], default);
        });
        Assert.Contains($"'{File}' is damaged", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_FailedOpen_GivesTheOwnershipBack()
    {
        System.IO.File.WriteAllText(File, new string('x', 5000));
        Assert.Throws<EmbeddedStorageException>(() => SqliteDatabase.Open(File, fresh: false));
        System.IO.File.Delete(File);

        SqliteDatabase.Open(File, fresh: false).Dispose();
    }

    [Fact]
    public void Open_PathIsAFolder_SaysThatItCannotBeOpened()
    {
        Directory.CreateDirectory(File);

        var refused = Assert.Throws<EmbeddedStorageException>(() => SqliteDatabase.Open(File, fresh: false));

        Assert.Contains($"'{File}' cannot be opened", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_ThatThrows_ChangesNothingAndLeavesTheStoreUsable()
    {
        using var database = SqliteDatabase.Open(File, fresh: false);
        await Assert.ThrowsAsync<InvalidOperationException>(() => database.WriteAsync<int>(
            session =>
            {
                session.NameOf("ghost");
                throw new InvalidOperationException("planted");
            },
            default));

        Assert.Null(await database.ReadAsync(session => session.Scalar("SELECT no FROM name WHERE text = 'ghost'"), default));
        await database.WriteAsync(session => session.NameOf("ghost"), default);
        Assert.Equal(1L, await database.ReadAsync(session => session.Scalar("SELECT count(*) FROM name WHERE text = 'ghost'"), default));
    }

    [Fact]
    public async Task Open_FilesOfAProcessKilledInsideATransaction_HoldsOnlyWhatWasCommitted()
    {
        var copy = _folder.File("killed.db");
        using (var database = SqliteDatabase.Open(File, fresh: false))
        {
            var store = new SqliteMentionStore(database);
            await store.StoreAsync("cafe", [Mention("1")], default);
            await database.WriteAsync(
                session =>
                {
                    // More than the page cache holds, so that uncommitted pages reach the log, as when a process dies late.
                    for (var i = 0; i < 600; i++)
                    {
                        session.Execute("INSERT INTO message_text (text) VALUES (?1)", new string('x', 60_000));
                    }

                    session.Execute("UPDATE rollup SET total = 77");
                    System.IO.File.Copy(File, copy);
                    System.IO.File.Copy(File + "-wal", copy + "-wal");
                    return 0;
                },
                default);
        }

        Assert.True(new FileInfo(copy + "-wal").Length > 10_000_000);
        using var survivor = SqliteDatabase.Open(copy, fresh: false);
        Assert.Equal(1, Assert.Single(await new SqliteRollupReader(survivor).ListAsync("cafe", Noon, Noon.AddHours(1), default)).Total);
        Assert.Equal(0L, await survivor.ReadAsync(session => session.Scalar("SELECT count(*) FROM message_text"), default));
        Assert.Equal("ok", await survivor.ReadAsync(session => session.Scalar("PRAGMA integrity_check"), default));
    }

    [Fact]
    public async Task Read_WhileAWriteIsOpen_SeesTheStateBefore()
    {
        using var database = SqliteDatabase.Open(File, fresh: false);
        var seen = await database.WriteAsync(
            session =>
            {
                session.NameOf("half");
                return database.ReadAsync(reader => reader.Scalar("SELECT count(*) FROM name"), default).GetAwaiter().GetResult();
            },
            default);

        Assert.Equal(0L, seen);
    }

    [Fact]
    public async Task Dispose_WhileWritesAreQueued_LetsEachFinishOrFailCleanly()
    {
        var database = SqliteDatabase.Open(File, fresh: false);
        var store = new SqliteMentionStore(database);
        var writes = Enumerable.Range(0, 50).Select(i => Task.Run(() => store.StoreAsync("cafe", [Mention($"{i}")], default))).ToArray();
        await writes[0];
        database.Dispose();
        var done = 0;
        foreach (var write in writes)
        {
            done += await Record.ExceptionAsync(() => write) is { } failure ? (failure is ObjectDisposedException ? 0 : -1000) : 1;
        }

        using var again = SqliteDatabase.Open(File, fresh: false);
        Assert.Equal(done, Assert.Single(await new SqliteRollupReader(again).ListAsync("cafe", Noon, Noon.AddHours(1), default)).Total);
    }

    [Fact]
    public void Open_LockFileLeftByAKilledProcess_IsNoObstacle()
    {
        System.IO.File.WriteAllText(File + ".lock", string.Empty);

        SqliteDatabase.Open(File, fresh: false).Dispose();
    }

    public void Dispose() => _folder.Dispose();

    private void Execute(string script) => Scalar(script);

    private object? Scalar(string script)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = script;
        return command.ExecuteScalar();
    }

    // What a release with the first schema left behind: its tables, and documents without what came later.
    private void MakeFirstVersion()
    {
        using var session = new SqliteSession(new SqliteConnectionStringBuilder { DataSource = File, Pooling = false }.ToString());
        session.Run("""
            DROP TABLE brand; DROP TABLE brand_version; DROP TABLE erasure; DROP TABLE term; DROP INDEX mention_author; ALTER TABLE mention DROP COLUMN author;
            DROP TABLE budget; DROP TABLE ledger;
            DROP INDEX mention_page; DROP INDEX mention_pending; DROP INDEX mention_corrected;
            ALTER TABLE mention DROP COLUMN intents; ALTER TABLE mention DROP COLUMN toxicity;
            ALTER TABLE mention DROP COLUMN pending; ALTER TABLE mention DROP COLUMN corrected;
            ALTER TABLE rollup DROP COLUMN toxic; ALTER TABLE rollup DROP COLUMN intents;
            ALTER TABLE rollup DROP COLUMN topics; ALTER TABLE rollup DROP COLUMN tiers; ALTER TABLE rollup DROP COLUMN minutes;
            CREATE INDEX mention_page ON mention (brand, created DESC, id, platform, language, sentiment);
            UPDATE mention SET body = CAST(json_remove(CAST(body AS TEXT), '$.schemaVersion', '$.revision', '$.sentiment',
                '$.score.mode', '$.score.confidence', '$.score.intents', '$.score.topTokens', '$.score.keyPhrases') AS BLOB);
            PRAGMA user_version = 1;
            """);
    }
}
