using ComplaintBot.Cases;
using ComplaintBot.Channels.DirectLine;
using ComplaintBot.Desk;
using ComplaintBot.Desk.Accounts;
using ComplaintBot.Desk.Accounts.Postgres;
using ComplaintBot.Desk.Accounts.Sqlite;
using ComplaintBot.Desk.Handoff;
using ComplaintBot.Desk.Paging;
using ComplaintBot.Dialogs.Complaint;
using ComplaintBot.Dialogs.Language;
using ComplaintBot.Dialogs.Language.Script;
using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Playbooks;
using ComplaintBot.Serving;
using ComplaintBot.Turns;
using ComplaintBot.Turns.Postgres;
using ComplaintBot.Turns.Redis;
using ComplaintBot.Turns.Sqlite;
using Microsoft.Extensions.Logging;

namespace ComplaintBot.Commands;

/// <summary>Puts the parts together for a command: playbooks, understanding, phrases, the store and the runner of turns.</summary>
internal sealed class Composition : IDisposable
{
    private readonly SqliteDatabase? database;
    private readonly PostgresDatabase? postgres;
    private readonly RedisStore? redis;

    private Composition((Brain Brain, PlaybookFolder Folder) read, SqliteDatabase? database, PostgresDatabase? postgres, RedisStore? redis, TimeProvider clock)
    {
        ((Brain, Folder), this.database, this.postgres, this.redis) = (read, database, postgres, redis);
        Store = redis is null ? new SqliteConversationStore(database!) : redis.Store;
        Ledger = redis is null ? new SqliteCaseLedger(database!) : redis.Ledger;
        Notes = postgres is null ? new SqliteChannelNotes(database!) : new PostgresChannelNotes(postgres);
        Ids = new RandomIdSource();
        Runner = new TurnRunner(Store, Ledger, Brain, Ids, clock);
    }

    /// <summary>What turns think with.</summary>
    public Brain Brain { get; }

    /// <summary>Where the playbooks are read from.</summary>
    public PlaybookFolder Folder { get; }

    /// <summary>Where conversations are kept.</summary>
    public IConversationStore Store { get; }

    /// <summary>Where cases are kept.</summary>
    public ICaseLedger Ledger { get; }

    /// <summary>The store as other nodes share it; null for the embedded one.</summary>
    public ISharedStore? Shared => redis;

    /// <summary>What channels note.</summary>
    public IChannelNotes Notes { get; }

    /// <summary>Why cases and people can't be read right now, or null.</summary>
    public Task<string?> LedgerTroubleAsync(CancellationToken cancellationToken) => postgres?.TroubleAsync(cancellationToken) ?? Task.FromResult<string?>(null);

    /// <summary>The key that all nodes sign tokens with; null where there is one node, which has it in a file.</summary>
    public async Task<byte[]?> SigningKeyAsync(CancellationToken cancellationToken) =>
        postgres is null ? null : await new PostgresSecrets(postgres).OfAsync("token", SigningKey.Size, cancellationToken).ConfigureAwait(false);

    /// <summary>Where ids come from.</summary>
    public IIdSource Ids { get; }

    /// <summary>Runs turns.</summary>
    public TurnRunner Runner { get; }

    /// <summary>Opens everything.</summary>
    /// <param name="data">The folder for the database; made when it is not there.</param>
    /// <param name="playbooks">The folder of playbooks, or null for those that come with the product.</param>
    /// <param name="clock">The clock of the turns.</param>
    /// <param name="cancellationToken">Ends the opening.</param>
    /// <exception cref="PlaybookException">A playbook has mistakes; the message lists them all.</exception>
    public static Task<Composition> OpenAsync(string data, string? playbooks, TimeProvider clock, CancellationToken cancellationToken) => OpenAsync(data, Think(playbooks), clock, cancellationToken);

    /// <summary>Opens the embedded store for playbooks and phrases that have been read.</summary>
    public static async Task<Composition> OpenAsync(string data, (Brain Brain, PlaybookFolder Folder) read, TimeProvider clock, CancellationToken cancellationToken)
    {
        var database = await SqliteDatabase.OpenAsync(data, cancellationToken).ConfigureAwait(false);
        return await new Composition(read, database, null, null, clock).ReadyAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Opens the store the settings name for playbooks and phrases that have been read.</summary>
    /// <exception cref="StoreException">It can't be opened or reached.</exception>
    public static async Task<Composition> OpenAsync(ServeSettings settings, (Brain Brain, PlaybookFolder Folder) read, TimeProvider clock, ILogger log, CancellationToken cancellationToken)
    {
        if (settings.Redis is null) return await OpenAsync(settings.Data, read, clock, cancellationToken).ConfigureAwait(false);
        var postgres = settings.Postgres is null ? null : await PostgresDatabase.OpenAsync(settings.Postgres, cancellationToken).ConfigureAwait(false);
        SqliteDatabase? database = null;
        Composition parts;
        try
        {
            if (postgres is null) database = await SqliteDatabase.OpenAsync(settings.Data, cancellationToken).ConfigureAwait(false);
            else foreach (var weakness in await postgres.WeaknessesAsync(cancellationToken).ConfigureAwait(false)) PostgresLog.Weak(log, weakness);
            RedisLedger ledger = postgres is null
                ? new(new SqliteCaseLedger(database!), new SqliteCaseRegister(database!), new SqliteChatIndex(database!))
                : new(new PostgresCaseLedger(postgres), new PostgresCaseRegister(postgres), new PostgresReadLog(postgres));
            var redis = await RedisStore.OpenAsync(settings.Redis, ledger, new RandomIdSource(), clock, log, cancellationToken).ConfigureAwait(false);
            parts = new Composition(read, database, postgres, redis, clock);
        }
        catch
        {
            database?.Dispose();
            if (postgres is not null) await postgres.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        return await parts.ReadyAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Puts the parts of the desk together.</summary>
    /// <param name="deskFile">Its own embedded database; null where all of it lies in PostgreSQL.</param>
    /// <param name="parts">Everything else.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="clock">The clock.</param>
    public static DeskParts Desk(SqliteDatabase? deskFile, Composition parts, ServeSettings settings, TimeProvider clock) => new()
    {
        Accounts = deskFile is null ? new PostgresAccountStore(parts.postgres!) : new SqliteAccountStore(deskFile),
        Sessions = deskFile is null ? new PostgresSessionStore(parts.postgres!) : new SqliteSessionStore(deskFile),
        Pages = deskFile is null ? new PostgresPageStore(parts.postgres!) : new SqlitePageStore(deskFile),
        Handoffs = deskFile is null ? new PostgresHandoffStore(parts.postgres!) : new SqliteHandoffStore(deskFile),
        Shelf = parts.Brain.Shelf,
        Ids = parts.Ids,
        Clock = clock,
        Settings = settings.Desk,
        Keys = deskFile is null ? new PostgresKeyRing(parts.postgres!) : KeyFolder.Open(Path.Combine(settings.Data, "keys")),
    };

    /// <summary>What the desk works with.</summary>
    public LiveDeskParts Live(ServeSettings settings, TimeProvider clock) => new()
    {
        Chats = redis is null ? new SqliteChatIndex(database!) : redis.Chats,
        Store = Store,
        Shared = Shared,
        Ledger = Ledger,
        Runner = Runner,
        Brain = Brain,
        Uploads = new(settings.Limits.UploadBytes, settings.DirectLine.FileKinds),
        Ids = Ids,
        Clock = clock,
        ChatsPerAgent = settings.ChatsPerAgent,
        Calls = settings.Desk.Paging.Chain.Count > 0,
    };

    /// <summary>Reads playbooks and phrases, without a store.</summary>
    public static (Brain Brain, PlaybookFolder Folder) Think(string? playbooks)
    {
        var folder = new PlaybookFolder(playbooks ?? PlaybookFolder.Shipped);
        var shelf = new PlaybookShelf([.. Identifiers.All<Situation>()]);
        shelf.Replace(folder.Read());
        return (new(new Conversation(SpeechBook.Load(ChineseScript.ToTraditional)), new TextAnalyzer(), shelf), folder);
    }

    /// <summary>Reads the playbooks again whenever a file changes. New ones are archived before anybody is told.</summary>
    /// <returns>Dispose it to stop watching.</returns>
    public IDisposable Watch(TimeProvider clock, Action<PlaybookReading> reloaded) => Folder.Watch(Brain.Shelf, clock, reading =>
    {
        if (reading.Playbooks is not null) ArchivePlaybooksAsync(CancellationToken.None).GetAwaiter().GetResult();
        reloaded(reading);
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        Runner.Dispose();
        redis?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        database?.Dispose();
        postgres?.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    private async Task<Composition> ReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ArchivePlaybooksAsync(cancellationToken).ConfigureAwait(false);
            return this;
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Keeps the files of all playbooks in use, so that conversations can finish on them.</summary>
    private async Task ArchivePlaybooksAsync(CancellationToken cancellationToken)
    {
        var current = Brain.Shelf.Current;
        await Task.WhenAll(current.All.Select(playbook => Store.ArchiveAsync(playbook.Fingerprint, current.SourcesOf(playbook), cancellationToken))).ConfigureAwait(false);
    }
}
