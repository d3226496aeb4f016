using Microsoft.Data.Sqlite;

namespace SocialListening.Functions.Embedded;

/// <summary>The storage file cannot be used; the message names the file and what to do.</summary>
internal sealed class EmbeddedStorageException : Exception
{
    private const int ReadOnly = 8;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    /// <summary>Makes one with a message for the operator.</summary>
    /// <param name="message">What is wrong with which file, and what to do.</param>
    /// <param name="cause">The failure below it, if any.</param>
    public EmbeddedStorageException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }

    /// <summary>Puts a failure of SQLite into words, when an operator can do something about it.</summary>
    /// <param name="path">The storage file.</param>
    /// <param name="failure">The failure.</param>
    /// <returns>The explained failure, or <see langword="null"/> for one that has no better words.</returns>
    public static EmbeddedStorageException? From(string path, SqliteException failure) => failure.SqliteErrorCode switch
    {
        NotADatabase => new($"The storage file '{path}' is not an SQLite database. Restore it from a backup, or move it away and start again.", failure),
        Corrupt => new($"The storage file '{path}' is damaged. Restore it from a backup, or move it away and start again.", failure),
        Full => new($"The disk of the storage file '{path}' is full. Free some space; nothing that was stored is lost.", failure),
        ReadOnly => new($"The storage file '{path}' cannot be written. Check its permissions.", failure),
        CannotOpen => new($"The storage file '{path}' cannot be opened. Check that it is a file and that its folder can be written.", failure),
        _ => null,
    };
}
