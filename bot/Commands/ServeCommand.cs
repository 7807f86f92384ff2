using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Language;
using ComplaintBot.Serving;
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
        var (settings, errors) = SettingsFile.Read(configuration, playbooks, name => brain.Shelf.Current.Find(name) is not null);
        var (azure, mistakes) = AzureLanguageSettingsReader.Read(configuration);
        errors = [.. errors, .. mistakes];
        if (errors.Count > 0) throw new CommandException(string.Join('\n', errors.Prepend(texts["settings-wrong"])));

        using var logs = LoggerFactory.Create(ChatServer.SetUp);
        await using var language = azure is null ? null : new AzureLanguage(azure, clock, logs.CreateLogger("ComplaintBot.Language"));
        brain = brain with { SecondReader = language };
        using var parts = await Composition.OpenAsync(settings.Data, (brain, folder), clock, cancellationToken).ConfigureAwait(false);
        using var watch = parts.Watch(clock, reading => trouble = reading.Errors.Count == 0 ? null : string.Join("; ", reading.Errors));
        await using var server = await ChatServer.StartAsync(settings, Parts(parts, language), cancellationToken).ConfigureAwait(false);
        Announce(server, settings, brain.Shelf.Current);

        // Reading playbooks and phrases leaves more behind than serving needs; it is given back while nobody waits.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        await server.WaitAsync(cancellationToken).ConfigureAwait(false);
        await output.WriteLineAsync(texts["serve-stopping"]).ConfigureAwait(false);
    }

    private ServerParts Parts(Composition parts, AzureLanguage? language) => new()
    {
        Store = parts.Store,
        Runner = parts.Runner,
        Ids = parts.Ids,
        Clock = clock,
        Playbooks = () => [.. parts.Brain.Shelf.Current.All.Select(playbook => playbook.Id)],
        PlaybookTrouble = () => trouble,
        LanguageTrouble = () => language?.Health.Trouble,
    };

    private void Announce(ChatServer server, ServeSettings settings, PlaybookSet playbooks)
    {
        foreach (var address in server.Addresses) output.WriteLine(texts["serve-address", ("address", address)]);
        output.WriteLine(texts["serve-store", ("store", Path.GetFullPath(settings.Data))]);
        output.WriteLine(texts["serve-playbooks", ("names", string.Join(", ", playbooks.All.Select(playbook => playbook.Id)))]);
        if (server.PagesMissing is { } missing) output.WriteLine(missing);
        output.WriteLine(texts["serve-ready"]);
        output.Flush();
    }

    private static IConfiguration Configuration(IReadOnlyDictionary<string, string?> asked)
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
