using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace ComplaintBot.Turns.Sqlite;

/// <summary>
/// The only thread that writes. What is asked for while the disk is busy with the last transaction goes into the next one together, each
/// piece behind a savepoint of its own: so a piece is still all or nothing, is answered only once it is durable, and one
/// flush of the disk serves many. What somebody outside is waiting for goes before the rest, and ends the transaction soon.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    private const int MostPieces = 128;

    /// <summary>How long a transaction goes on once it holds what somebody outside waits for: long enough that the rest gets its turn as well.</summary>
    private static readonly TimeSpan Haste = TimeSpan.FromMilliseconds(10);

    private static readonly Statement Begin = new("begin", "BEGIN IMMEDIATE");
    private static readonly Statement Mark = new("mark", "SAVEPOINT piece");
    private static readonly Statement BackToMark = new("back-to-mark", "ROLLBACK TO piece");
    private static readonly Statement Release = new("release", "RELEASE piece");
    private static readonly Statement Commit = new("commit", "COMMIT");
    private static readonly Statement Rollback = new("rollback", "ROLLBACK");

    private readonly ConcurrentQueue<Piece> first = new();
    private readonly ConcurrentQueue<Piece> others = new();

    /// <summary>One for each piece that waits, rung after it was put there.</summary>
    private readonly BlockingCollection<bool> bells = [];
    private readonly SqliteSession session;
    private readonly string file;
    private readonly Thread thread;

    /// <param name="session">The connection to write with; the writer's own from now on.</param>
    /// <param name="file">The database, for messages.</param>
    public SqliteWriter(SqliteSession session, string file)
    {
        (this.session, this.file) = (session, file);
        thread = new Thread(Work) { IsBackground = true, Name = "sqlite writer" };
        thread.Start();
    }

    /// <summary>Runs a piece of writing; its answer comes when it is on the disk, or taken back.</summary>
    /// <exception cref="StoreException">It could not be written, and was not.</exception>
    /// <param name="work">What to write.</param>
    /// <param name="isFirst">Whether it goes before what others have asked for.</param>
    /// <param name="cancellationToken">Takes it back as long as it has not been begun.</param>
    public Task<T> WriteAsync<T>(Func<SqliteSession, Change<T>> work, bool isFirst, CancellationToken cancellationToken)
    {
        var piece = new Piece<T>(work, cancellationToken);
        ObjectDisposedException.ThrowIf(bells.IsAddingCompleted, this);
        (isFirst ? first : others).Enqueue(piece);
        bells.Add(true, CancellationToken.None);
        return piece.Task;
    }

    /// <summary>Writes what was asked for before, and closes.</summary>
    public void Dispose()
    {
        bells.CompleteAdding();
        thread.Join();
        session.Dispose();
        bells.Dispose();
    }

    private void Work()
    {
        foreach (var _ in bells.GetConsumingEnumerable()) Write(Waiting());
    }

    /// <summary>What goes into one transaction. Each piece is taken when the one before has run: what comes meanwhile and goes first need not wait for the next.</summary>
    private IEnumerable<Piece> Waiting()
    {
        long? hurried = null;
        for (var taken = 1; ; taken++)
        {
            if (first.TryDequeue(out var piece)) hurried ??= TimeProvider.System.GetTimestamp();
            else if (!others.TryDequeue(out piece)) throw new InvalidOperationException("A bell was rung and nothing is there.");
            yield return piece;
            if (taken == MostPieces || (hurried is { } since && TimeProvider.System.GetElapsedTime(since) > Haste) || !bells.TryTake(out var _)) yield break;
        }
    }

    private void Write(IEnumerable<Piece> waiting)
    {
        var pieces = new List<Piece>();
        try
        {
            foreach (var piece in waiting)
            {
                pieces.Add(piece);
                if (pieces.Count == 1) session.Execute(Begin);
                session.Execute(Mark);
                if (!piece.Run(session)) session.Execute(BackToMark);
                session.Execute(Release);
            }

            session.Execute(Commit);
            session.Step("committed");
        }
        catch (Exception error)
        {
            TakeBack();

            // One bad piece must not spoil the others: each is tried in a transaction of its own.
            if (pieces.Count > 1) foreach (var piece in pieces) Write([piece]);
            else pieces[0].Fail(error is SqliteException known ? SqliteFailure.Explain(known, file) : error);
            return;
        }

        foreach (var piece in pieces) piece.Answer();
    }

    private void TakeBack()
    {
        try
        {
            session.Execute(Rollback);
        }
        catch (SqliteException)
        {
            // Where the disk failed SQLite has rolled back already, and says that there is nothing to roll back.
        }
    }

    private abstract class Piece
    {
        public abstract bool Run(SqliteSession session);

        public abstract void Answer();

        public abstract void Fail(Exception error);
    }

    private sealed class Piece<T>(Func<SqliteSession, Change<T>> work, CancellationToken cancellationToken) : Piece
    {
        private readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Change<T> change;
        private bool cancelled;

        public Task<T> Task => done.Task;

        public override bool Run(SqliteSession session)
        {
            cancelled = cancellationToken.IsCancellationRequested;
            if (cancelled) return false;
            change = work(session);
            return change.Keep;
        }

        public override void Answer()
        {
            if (cancelled) done.SetCanceled(cancellationToken);
            else done.SetResult(change.Value);
        }

        public override void Fail(Exception error) => done.SetException(error);
    }
}
