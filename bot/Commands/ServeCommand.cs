using System.Net.Sockets;
using ComplaintBot.Desk.Accounts;
using ComplaintBot.Desk.Accounts.Sqlite;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Language;
using ComplaintBot.Serving;
using ComplaintBot.Settings;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace ComplaintBot.Commands;

/// <summary>Serves the web chat and the channels until it is stopped, and says at the start what it works with.</summary>
internal sealed class ServeCommand(ConsoleTexts texts, TextWriter output, TimeProvider clock)
{
    private const string File = "appsettings.json";

    private volatile string? trouble;

    /// <summary>Serves.</summary>
    /// <param name="asked">What the command line asks for; it goes before the file and the environment.</param>
    /// <param name="playbooks">The playbooks of the default site; empty for those of the settings.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="CommandException">Settings are wrong; the message lists them all.</exception>
    public async Task RunAsync(IReadOnlyDictionary<string, string?> asked, IReadOnlyList<string> playbooks, CancellationToken cancellationToken)
    {
        var configuration = Configuration(asked);
        var (brain, folder) = Composition.Think(configuration["Server:Playbooks"]);
        var (azure, mistakes) = AzureLanguageSettingsReader.Read(configuration);
        var settings = Settings(configuration, playbooks, brain.Shelf.Has, mistakes);

        using var logs = LoggerFactory.Create(logging => ChatServer.SetUp(logging, settings.Telemetry));
        await using var language = azure is null ? null : new AzureLanguage(azure, clock, logs.CreateLogger("ComplaintBot.Language"));
        brain = brain with { SecondReader = language };
        using var parts = await Composition.OpenAsync(settings, (brain, folder), clock, logs.CreateLogger("ComplaintBot.Store"), cancellationToken).ConfigureAwait(false);
        using var deskFile = settings.Postgres is null ? await DeskSchema.OpenAsync(settings.Data, cancellationToken).ConfigureAwait(false) : null;
        using var watch = parts.Watch(clock, reading => trouble = reading.Errors.Count == 0 ? null : string.Join("; ", reading.Errors));
        var signing = await parts.SigningKeyAsync(cancellationToken).ConfigureAwait(false);
        await using var server = await ListenAsync(settings, Parts(parts, language, settings, Composition.Desk(deskFile, parts, settings, clock)) with { SigningKey = signing }, cancellationToken).ConfigureAwait(false);
        Announce(server, settings, brain.Shelf.Current, await server.FirstAdminAsync(cancellationToken).ConfigureAwait(false));

        // Reading playbooks and phrases leaves more behind than serving needs; it is given back while nobody waits.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        await server.WaitAsync(cancellationToken).ConfigureAwait(false);
        await output.WriteLineAsync(texts["serve-stopping"]).ConfigureAwait(false);
    }

    private async Task<ChatServer> ListenAsync(ServeSettings settings, ServerParts parts, CancellationToken cancellationToken)
    {
        var addresses = string.Join(", ", settings.Urls);
        try
        {
            return await ChatServer.StartAsync(settings, parts, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            throw new CommandException(texts["serve-address-taken", ("addresses", addresses)]);
        }
        catch (SocketException refused)
        {
            throw new CommandException(texts["serve-address-refused", ("addresses", addresses), ("reason", refused.Message)]);
        }
        catch (InvalidOperationException refused) when (settings.IsHttps)
        {
            throw new CommandException(texts["serve-no-certificate", ("addresses", addresses), ("reason", refused.Message.Split('\n')[0].Trim())]);
        }
    }

    private ServerParts Parts(Composition parts, AzureLanguage? language, ServeSettings settings, DeskParts desk) => new()
    {
        Store = parts.Store,
        Shared = parts.Shared,
        Notes = parts.Notes,
        Runner = parts.Runner,
        Ids = parts.Ids,
        Clock = clock,
        Desk = desk,
        Live = parts.Live(settings, clock),
        Playbooks = () => [.. parts.Brain.Shelf.Current.All.Select(playbook => playbook.Id)],
        PlaybookTrouble = () => trouble,
        LedgerTrouble = parts.LedgerTroubleAsync,
        LanguageTrouble = () => language?.Health.Trouble,
    };

    private void Announce(ChatServer server, ServeSettings settings, PlaybookSet playbooks, string? firstAdmin)
    {
        foreach (var address in server.Addresses) output.WriteLine(texts["serve-address", ("address", address)]);
        output.WriteLine(texts["serve-store", ("store", settings.Redis is { } redis ? $"Redis, {redis}; {(settings.Postgres is { } postgres ? $"PostgreSQL, {postgres}" : Path.GetFullPath(settings.Data))}" : Path.GetFullPath(settings.Data))]);
        output.WriteLine(texts["serve-playbooks", ("names", string.Join(", ", playbooks.All.Select(playbook => playbook.Id)))]);
        if (server.PagesMissing is { } missing) output.WriteLine(missing);
        if (firstAdmin is not null) output.WriteLine(texts["serve-first-admin", ("link", firstAdmin)]);
        output.WriteLine(texts["serve-ready"]);
        output.Flush();
    }

    /// <summary>The settings a server would start on.</summary>
    /// <param name="configuration">Where they stand.</param>
    /// <param name="playbooks">The playbooks of the default site; empty for those of the settings.</param>
    /// <param name="isPlaybook">Whether there is a playbook of a name.</param>
    /// <param name="others">What is wrong elsewhere; told together.</param>
    /// <exception cref="CommandException">Settings are wrong; the message lists them all.</exception>
    public ServeSettings Settings(IConfiguration configuration, IReadOnlyList<string> playbooks, Func<string, bool> isPlaybook, IReadOnlyList<SettingMistake> others)
    {
        var (settings, own) = SettingsFile.Read(configuration, playbooks, isPlaybook);
        SettingMistake[] mistakes = [.. own, .. others];
        return mistakes.Length == 0 ? settings : throw new CommandException(string.Join('\n', mistakes.Select(texts.Of).Prepend(texts["settings-wrong"])));
    }

    /// <summary>The settings as they are written: the file, the environment, and what the command line asks for.</summary>
    public static IConfiguration Configuration(IReadOnlyDictionary<string, string?> asked)
    {
        try
        {
            return new ConfigurationBuilder().AddJsonFile(Path.GetFullPath(File), optional: true, reloadOnChange: false).AddEnvironmentVariables().AddInMemoryCollection(asked).Build();
        }
        catch (InvalidDataException broken)
        {
            throw new CommandException($"{File}: {broken.InnerException?.Message ?? broken.Message}");
        }
    }
}
