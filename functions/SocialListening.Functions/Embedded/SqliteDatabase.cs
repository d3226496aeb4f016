using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace SocialListening.Functions.Embedded;

/// <summary>
/// The storage file: owned by this process, one writer at a time, any number of readers beside it (write-ahead log).
/// With <c>synchronous = NORMAL</c> a killed process loses nothing that was committed; a power cut may lose the last
/// commits but never damages the file or splits a transaction.
/// </summary>
internal sealed class SqliteDatabase : IDisposable
{
    private const int IdleReaders = 4;

    private readonly SqliteFileLock _fileLock;
    private readonly SqliteSession _writer;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly ConcurrentBag<SqliteSession> _readers = [];
    private readonly string _readerConnection;
    private volatile bool _disposed;

    private SqliteDatabase(string path, SqliteFileLock fileLock, SqliteSession writer, string readerConnection)
    {
        Path = path;
        _fileLock = fileLock;
        _writer = writer;
        _readerConnection = readerConnection;
    }

    /// <summary>The full path of the file.</summary>
    public string Path { get; }

    /// <summary>Opens the file, making it and its folder when missing, and brings its schema up to date.</summary>
    /// <param name="path">The file.</param>
    /// <param name="fresh">Whether to remove an earlier file first.</param>
    /// <exception cref="EmbeddedStorageException">The file is in use, damaged, of a newer program, or cannot be written.</exception>
    public static SqliteDatabase Open(string path, bool fresh)
    {
        path = System.IO.Path.GetFullPath(path);
        MakeFolder(path);
        var fileLock = SqliteFileLock.Take(path);
        SqliteSession? writer = null;
        try
        {
            if (fresh)
            {
                Array.ForEach([path, path + "-wal", path + "-shm"], File.Delete);
            }

            writer = OpenWriter(path);
            return new SqliteDatabase(path, fileLock, writer, ConnectionString(path, SqliteOpenMode.ReadOnly));
        }
        catch (Exception exception)
        {
            writer?.Dispose();
            fileLock.Dispose();
            if (exception is SqliteException failure && EmbeddedStorageException.From(path, failure) is { } explained)
            {
                throw explained;
            }

            throw;
        }
    }

    /// <summary>Runs one transaction: all of it becomes durable, or none when <paramref name="work"/> throws.</summary>
    /// <param name="work">What to write; short, and without waiting.</param>
    /// <param name="cancellationToken">Cancels before the transaction, never inside.</param>
    /// <returns>What <paramref name="work"/> returned.</returns>
    public async Task<T> WriteAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            _writer.Execute("BEGIN IMMEDIATE");
            var result = work(_writer);
            _writer.Execute("COMMIT");
            return result;
        }
        catch (Exception exception)
        {
            if (!_disposed)
            {
                _writer.RollBack();
            }

            if (exception is SqliteException failure && EmbeddedStorageException.From(Path, failure) is { } explained)
            {
                throw explained;
            }

            throw;
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Reads from one consistent state of the file, beside any writer.</summary>
    /// <param name="work">What to read; one statement, or several inside a transaction of its own.</param>
    /// <param name="cancellationToken">Cancels before the read.</param>
    /// <returns>What <paramref name="work"/> returned.</returns>
    public Task<T> ReadAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        try
        {
            return Task.FromResult(Read(work));
        }
        catch (Exception exception)
        {
            return Task.FromException<T>(exception);
        }
    }

    /// <summary>Ends the running write, closes the file and gives up its ownership.</summary>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _writing.Wait();
        _disposed = true;
        while (_readers.TryTake(out var reader))
        {
            reader.Dispose();
        }

        _writer.Dispose();
        _fileLock.Dispose();
        _writing.Release();
    }

    private static void MakeFolder(string path)
    {
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new EmbeddedStorageException($"The folder of the storage file '{path}' cannot be made: {exception.Message}", exception);
        }
    }

    private static SqliteSession OpenWriter(string path)
    {
        var session = new SqliteSession(ConnectionString(path, SqliteOpenMode.ReadWriteCreate));
        try
        {
            session.Run("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000; PRAGMA wal_autocheckpoint = 4000; PRAGMA cache_size = -16000;");
            SqliteSchema.Migrate(session, path);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private static string ConnectionString(string path, SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 30 }.ToString();

    private T Read<T>(Func<SqliteSession, T> work)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        SqliteSession? session = null;
        try
        {
            session = _readers.TryTake(out var idle) ? idle : new SqliteSession(_readerConnection);
            var result = work(session);
            if (!_disposed && _readers.Count < IdleReaders)
            {
                _readers.Add(session);
                session = null;
            }

            return result;
        }
        catch (SqliteException failure) when (EmbeddedStorageException.From(Path, failure) is { } explained)
        {
            throw explained;
        }
        finally
        {
            session?.Dispose();
        }
    }
}
