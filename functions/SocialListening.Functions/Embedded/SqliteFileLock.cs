namespace SocialListening.Functions.Embedded;

/// <summary>
/// Ownership of a storage file by one process: an exclusively opened file beside it. The operating system gives it back
/// when the process ends, however it ends, so that a killed process never locks anybody out.
/// </summary>
internal sealed class SqliteFileLock : IDisposable
{
    private readonly FileStream _stream;

    private SqliteFileLock(FileStream stream) => _stream = stream;

    /// <summary>Takes the ownership.</summary>
    /// <param name="path">The storage file.</param>
    /// <exception cref="EmbeddedStorageException">Another process, or another part of this one, owns the file; or its folder cannot be written.</exception>
    public static SqliteFileLock Take(string path)
    {
        var lockPath = path + ".lock";
        try
        {
            return new SqliteFileLock(new FileStream(lockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0));
        }
        catch (IOException exception) when (File.Exists(lockPath))
        {
            throw new EmbeddedStorageException(
                $"The storage file '{path}' is in use by another process. Stop that one, or choose another file with the setting Storage:Path.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new EmbeddedStorageException(
                $"The storage file '{path}' cannot be used, since '{lockPath}' cannot be written. Check the permissions of the folder.", exception);
        }
    }

    /// <summary>Gives the ownership back. The empty lock file stays, since removing it could race with the next owner.</summary>
    public void Dispose() => _stream.Dispose();
}
