namespace SocialListening.Functions.Embedded;

/// <summary>
/// The tables of the storage file and how an older file becomes a newer one. Instants are UTC ticks (100 ns since year 1),
/// documents are UTF-8 JSON. Brands, platforms, languages and queues stand in <c>name</c> once and as small numbers elsewhere.
/// </summary>
internal static class SqliteSchema
{
    /// <summary>The mark of our files in the header of the database: "SLst".</summary>
    public const int ApplicationId = 0x534C7374;

    private const string First = """
        CREATE TABLE name (no INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);

        CREATE TABLE mention (
            no INTEGER PRIMARY KEY, brand INTEGER NOT NULL, created INTEGER NOT NULL, collected INTEGER NOT NULL,
            platform INTEGER NOT NULL, language INTEGER NOT NULL, sentiment INTEGER NOT NULL,
            likes INTEGER, replies INTEGER, reposts INTEGER, quotes INTEGER, views INTEGER, followers INTEGER,
            id TEXT NOT NULL, body BLOB NOT NULL);
        CREATE UNIQUE INDEX mention_id ON mention (brand, id);
        CREATE INDEX mention_page ON mention (brand, created DESC, id, platform, language, sentiment);

        CREATE TABLE rollup (
            brand INTEGER NOT NULL, start INTEGER NOT NULL, total INTEGER NOT NULL, negative INTEGER NOT NULL,
            neutral INTEGER NOT NULL, positive INTEGER NOT NULL, reposts INTEGER NOT NULL, revision INTEGER NOT NULL,
            late INTEGER NOT NULL, platforms BLOB NOT NULL, languages BLOB NOT NULL,
            PRIMARY KEY (brand, start)) WITHOUT ROWID;

        CREATE TABLE coverage (
            brand INTEGER NOT NULL, source TEXT NOT NULL, since INTEGER NOT NULL, until INTEGER NOT NULL, body BLOB NOT NULL,
            PRIMARY KEY (brand, source, since, until)) WITHOUT ROWID;
        CREATE INDEX coverage_end ON coverage (brand, until, since);

        CREATE TABLE source (id TEXT PRIMARY KEY, version INTEGER NOT NULL, body BLOB NOT NULL) WITHOUT ROWID;

        CREATE TABLE detection (brand INTEGER PRIMARY KEY, version INTEGER NOT NULL, judged INTEGER NOT NULL, state BLOB NOT NULL);
        CREATE TABLE alert (
            no INTEGER PRIMARY KEY, brand INTEGER NOT NULL, id TEXT NOT NULL, onset INTEGER NOT NULL, status INTEGER NOT NULL,
            revision INTEGER NOT NULL, queued INTEGER NOT NULL, body BLOB NOT NULL);
        CREATE UNIQUE INDEX alert_id ON alert (brand, id);
        CREATE INDEX alert_onset ON alert (brand, onset DESC, id);
        CREATE INDEX alert_pending ON alert (brand, onset, id) WHERE queued < revision;
        CREATE TABLE notified (
            brand INTEGER NOT NULL, alert TEXT NOT NULL, revision INTEGER NOT NULL, channel TEXT NOT NULL,
            PRIMARY KEY (brand, alert, revision, channel)) WITHOUT ROWID;

        CREATE TABLE message_text (no INTEGER PRIMARY KEY AUTOINCREMENT, text TEXT NOT NULL);
        CREATE TABLE message (
            queue INTEGER NOT NULL, no INTEGER NOT NULL, visible INTEGER NOT NULL, expires INTEGER NOT NULL,
            inserted INTEGER NOT NULL, receipt INTEGER NOT NULL, deliveries INTEGER NOT NULL,
            PRIMARY KEY (queue, no)) WITHOUT ROWID;

        CREATE TABLE timer (name TEXT PRIMARY KEY, last INTEGER, next INTEGER NOT NULL, updated INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE position (name TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
        """;

    private const string Second = """
        ALTER TABLE mention ADD COLUMN intents INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE mention ADD COLUMN toxicity REAL;
        ALTER TABLE mention ADD COLUMN pending INTEGER;
        ALTER TABLE mention ADD COLUMN corrected INTEGER;
        DROP INDEX mention_page;
        CREATE INDEX mention_page ON mention (brand, created DESC, id, platform, language, sentiment, intents, toxicity);
        CREATE INDEX mention_pending ON mention (brand, created, id) WHERE pending IS NOT NULL;
        CREATE INDEX mention_corrected ON mention (brand, created DESC, id) WHERE corrected IS NOT NULL;

        ALTER TABLE rollup ADD COLUMN toxic INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE rollup ADD COLUMN intents BLOB NOT NULL DEFAULT x'7B7D';
        """;

    private const string Third = """
        ALTER TABLE rollup ADD COLUMN topics BLOB NOT NULL DEFAULT x'7B7D';
        ALTER TABLE rollup ADD COLUMN tiers BLOB NOT NULL DEFAULT x'7B7D';
        ALTER TABLE rollup ADD COLUMN minutes BLOB NOT NULL DEFAULT x'7B7D';
        """;

    private const string Fourth = """
        CREATE TABLE budget (day INTEGER PRIMARY KEY, version INTEGER NOT NULL, body BLOB NOT NULL);
        CREATE TABLE ledger (key TEXT PRIMARY KEY, version INTEGER NOT NULL, expires INTEGER NOT NULL, body BLOB NOT NULL) WITHOUT ROWID;
        CREATE INDEX ledger_expires ON ledger (expires);
        """;

    private const string Fifth = """
        ALTER TABLE mention ADD COLUMN author TEXT;
        UPDATE mention SET author = json_extract(CAST(body AS TEXT), '$.mention.authorId');
        CREATE INDEX mention_author ON mention (author) WHERE author IS NOT NULL;
        CREATE TABLE erasure (
            key TEXT PRIMARY KEY, version INTEGER NOT NULL, requested INTEGER NOT NULL, done INTEGER NOT NULL, expires INTEGER NOT NULL,
            body BLOB NOT NULL) WITHOUT ROWID;
        CREATE INDEX erasure_requested ON erasure (requested DESC, key);
        CREATE INDEX erasure_open ON erasure (requested DESC, key) WHERE done = 0;
        CREATE INDEX erasure_expires ON erasure (expires);
        """;

    private const string Sixth = """
        CREATE TABLE term (
            brand INTEGER NOT NULL, span INTEGER NOT NULL, start INTEGER NOT NULL, body BLOB NOT NULL,
            PRIMARY KEY (brand, span, start)) WITHOUT ROWID;
        """;

    private const string Seventh = """
        CREATE TABLE brand (id TEXT PRIMARY KEY, version INTEGER NOT NULL, updated INTEGER NOT NULL, editor TEXT, body TEXT NOT NULL);
        CREATE TABLE brand_version (no INTEGER PRIMARY KEY CHECK (no = 1), version INTEGER NOT NULL);
        """;

    /// <summary>The newest version that this program knows.</summary>
    public static int Version => Migrations.Length;

    private static string[] Migrations { get; } = [First, Second, Third, Fourth, Fifth, Sixth, Seventh];

    /// <summary>Brings a file up to the newest version, in one transaction.</summary>
    /// <param name="session">The only connection to the file.</param>
    /// <param name="path">The file, for messages.</param>
    /// <exception cref="EmbeddedStorageException">The file is newer than this program, or belongs to another one.</exception>
    public static void Migrate(SqliteSession session, string path)
    {
        session.Execute("BEGIN IMMEDIATE");
        var version = (long)session.Scalar("PRAGMA user_version")!;
        var owner = (long)session.Scalar("PRAGMA application_id")!;
        if (owner != ApplicationId && (owner != 0 || version != 0 || session.Scalar("SELECT 1 FROM sqlite_schema LIMIT 1") is not null))
        {
            throw new EmbeddedStorageException($"The file '{path}' is a database of another program. Choose another file with the setting Storage:Path.");
        }

        if (version > Version)
        {
            throw new EmbeddedStorageException(
                $"The storage file '{path}' has schema version {version}, but this program knows versions up to {Version}. Start the newer program again, or choose another file with the setting Storage:Path.");
        }

        for (var next = (int)version; next < Version; next++)
        {
            session.Run(Migrations[next]);
        }

        session.Run($"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version};");
        session.Execute("COMMIT");
    }
}
