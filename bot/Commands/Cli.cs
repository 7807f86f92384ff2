using System.CommandLine;
using System.Text;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Turns;
using Microsoft.Extensions.Configuration;

namespace ComplaintBot.Commands;

/// <summary>The commands and their options.</summary>
internal static class Cli
{
    private const string DataFolder = "data";
    private const string ServeName = "serve";

    /// <summary>Runs a command line. Without arguments it is <c>serve</c>.</summary>
    /// <returns>0, or 1 when something has to be put right.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        if (Console.IsOutputRedirected || OperatingSystem.IsWindows()) Console.OutputEncoding = utf8;
        Console.InputEncoding = utf8;
        var texts = ConsoleTexts.In(ConsoleTexts.OfTerminal());
        var root = Create(texts);
        try
        {
            var parsed = root.Parse(arguments.Length == 0 ? [ServeName] : arguments);

            // The server stops by itself when it is asked to, and takes the time its turns need.
            var patience = parsed.CommandResult.Command.Name == ServeName ? null : new InvocationConfiguration().ProcessTerminationTimeout;
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = patience }).ConfigureAwait(false);
        }
        catch (Exception mistake) when (mistake is CommandException or PlaybookException or StoreException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(mistake.Message).ConfigureAwait(false);
            return 1;
        }
    }

    private static RootCommand Create(ConsoleTexts texts)
    {
        var playbooks = new Option<string?>("--playbooks") { Description = texts["option-playbooks"], Recursive = true };
        var root = new RootCommand(texts["about"]) { Serve(texts, playbooks), Chat(texts, playbooks), Converse(texts, playbooks), Understand(texts, playbooks), Recognize(texts), Playbooks(texts, playbooks), Channels(texts), Seed(texts, playbooks), Health(texts) };
        root.Options.Add(playbooks);
        return root;
    }

    private static Command Serve(ConsoleTexts texts, Option<string?> playbooks)
    {
        var urls = new Option<string[]>("--urls") { Description = texts["option-urls"], AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
        var playbook = new Option<string[]>("--playbook") { Description = texts["option-playbook"], AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
        var data = new Option<string?>("--data") { Description = texts["option-data"] };
        var command = new Command(ServeName, texts["serve-about"]) { urls, playbook, data };
        command.SetAction((parsed, cancellation) =>
        {
            var asked = new Dictionary<string, string?>();
            foreach (var (i, url) in parsed.GetValue(urls)!.SelectMany(one => one.Split(';')).Index()) asked[$"Server:Urls:{i}"] = url;
            if (parsed.GetValue(data) is { } folder) asked["Server:Data"] = folder;
            if (parsed.GetValue(playbooks) is { } files) asked["Server:Playbooks"] = files;
            return new ServeCommand(texts, Console.Out, TimeProvider.System).RunAsync(asked, parsed.GetValue(playbook)!, cancellation);
        });
        return command;
    }

    private static Command Chat(ConsoleTexts texts, Option<string?> playbooks)
    {
        var playbook = new Option<string[]>("--playbook") { Description = texts["option-playbook"], AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
        var lang = new Option<string?>("--lang") { Description = texts["option-lang"] };
        var resume = new Option<bool>("--resume") { Description = texts["option-resume"] };
        var data = new Option<string>("--data") { Description = texts["option-data"], DefaultValueFactory = _ => DataFolder };
        var command = new Command("chat", texts["chat-about"]) { playbook, lang, resume, data };
        command.SetAction(async (parsed, cancellation) =>
        {
            var (folder, going) = (parsed.GetValue(data)!, parsed.GetValue(resume));
            var tongue = TongueOf(parsed.GetValue(lang), texts);
            using var parts = await Composition.OpenAsync(folder, parsed.GetValue(playbooks), TimeProvider.System, cancellation).ConfigureAwait(false);
            var screen = new ChatScreen(Console.Out, ConsoleTexts.In(tongue), ChatScreen.MayUseColours(), Console.IsInputRedirected, ResumeCommand(folder));
            using var watch = parts.Watch(TimeProvider.System, reading => screen.Reloaded(reading.Errors));
            using var leaving = Leave(screen);
            var bookmark = new Bookmark(Path.Combine(folder, "last-chat"));
            var named = parsed.GetValue(playbook) is { Length: > 0 } given ? given : going ? Remembered(bookmark, parts) : [];
            var lines = new TypedLines(Input(), TimeProvider.System, waitsForBursts: !Console.IsInputRedirected);
            await new ChatCommand(parts, screen, TimeProvider.System).RunAsync(new Site(Sites.Of(parts.Brain.Shelf, named, texts), tongue), lines, bookmark, going).ConfigureAwait(false);
        });
        return command;
    }

    /// <summary>The playbooks the last chat was begun with, as far as they are still there.</summary>
    private static IReadOnlyList<string> Remembered(Bookmark bookmark, Composition parts) =>
        [.. (bookmark.Read()?.Playbooks ?? []).Where(parts.Brain.Shelf.Has)];

    private static string ResumeCommand(string folder) =>
        folder == DataFolder ? "dotnet run --project bot -- chat --resume" : $"dotnet run --project bot -- chat --resume --data {folder}";

    /// <summary>What comes in: UTF-8, with or without the mark that some editors put in front.</summary>
    private static TextReader Input() =>
        Console.IsInputRedirected ? new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true) : Console.In;

    /// <summary>Ctrl-C leaves at once: everything said is committed already.</summary>
    private static System.Runtime.InteropServices.PosixSignalRegistration Leave(ChatScreen screen) =>
        System.Runtime.InteropServices.PosixSignalRegistration.Create(System.Runtime.InteropServices.PosixSignal.SIGINT, _ =>
        {
            screen.Left();
            Environment.Exit(0);
        });

    private static Command Converse(ConsoleTexts texts, Option<string?> playbooks)
    {
        var command = new Command("converse", texts["converse-about"]);
        command.SetAction(async (parsed, cancellation) =>
        {
            var folder = Directory.CreateTempSubdirectory("complaintbot-");
            try
            {
                var clock = new SessionClock(TimeProvider.System);
                using var parts = await Composition.OpenAsync(folder.FullName, parsed.GetValue(playbooks), clock, cancellation).ConfigureAwait(false);
                await new ConverseCommand(parts, clock, texts).RunAsync(Input(), Console.Out).ConfigureAwait(false);
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        });
        return command;
    }

    private static Command Understand(ConsoleTexts texts, Option<string?> playbooks)
    {
        var playbook = new Option<string?>("--playbook") { Description = texts["option-playbook"] };
        var command = new Command("understand", texts["understand-about"]) { playbook };
        command.SetAction(async parsed =>
        {
            var (brain, _) = Composition.Think(parsed.GetValue(playbooks));
            using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), bufferSize: 1 << 16);
            await new UnderstandCommand(brain, TimeProvider.System, texts).RunAsync(Input(), output, parsed.GetValue(playbook)).ConfigureAwait(false);
        });
        return command;
    }

    private static Command Recognize(ConsoleTexts texts)
    {
        var command = new Command("recognize", texts["recognize-about"]);
        command.SetAction(async _ =>
        {
            using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), bufferSize: 1 << 16);
            await new RecognizeCommand(TimeProvider.System, texts).RunAsync(Input(), output).ConfigureAwait(false);
        });
        return command;
    }

    private static Command Playbooks(ConsoleTexts texts, Option<string?> playbooks)
    {
        var path = new Argument<string?>("path") { Description = texts["argument-path"], Arity = ArgumentArity.ZeroOrOne };
        var check = new Command("check", texts["playbooks-check-about"]) { path };
        check.SetAction(parsed => new PlaybooksCommand(texts, Console.Out).Check(parsed.GetValue(path) ?? parsed.GetValue(playbooks)));

        var name = new Argument<string>("name") { Description = texts["argument-name"] };
        var show = new Command("show", texts["playbooks-show-about"]) { name };
        show.SetAction(parsed => new PlaybooksCommand(texts, Console.Out).Show(Composition.Think(parsed.GetValue(playbooks)).Brain.Shelf, parsed.GetValue(name)!, ConsoleTexts.OfTerminal()));
        return new Command("playbooks", texts["playbooks-about"]) { check, show };
    }

    private static Command Channels(ConsoleTexts texts)
    {
        var name = new Argument<string>("name") { Description = texts["argument-channel"] };
        var check = new Command("check", texts["channels-check-about"]) { name };
        check.SetAction((parsed, cancellation) => new ChannelsCommand(texts, Console.Out, TimeProvider.System).CheckAsync(Settings().Channels, parsed.GetValue(name)!, cancellation));
        var command = new Command("channels", texts["channels-about"]) { check };
        command.SetAction(_ => new ChannelsCommand(texts, Console.Out, TimeProvider.System).List(Settings().Channels, ServeCommand.Configuration(new Dictionary<string, string?>())["DirectLine:PublicUrl"]));
        return command;

        Serving.ServeSettings Settings()
        {
            var configuration = ServeCommand.Configuration(new Dictionary<string, string?>());
            return new ServeCommand(texts, Console.Out, TimeProvider.System).Settings(configuration, [], IsPlaybook(configuration), []);
        }
    }

    private static Command Seed(ConsoleTexts texts, Option<string?> playbooks)
    {
        var data = new Option<string>("--data") { Description = texts["option-seed-data"], Required = true };
        var people = new Option<bool>("--people") { Description = texts["option-people"] };
        var command = new Command("seed", texts["seed-about"]) { data, people };
        command.SetAction((parsed, cancellation) =>
        {
            var asked = new Dictionary<string, string?> { ["Server:Data"] = parsed.GetValue(data) };
            if (parsed.GetValue(playbooks) is { } files) asked["Server:Playbooks"] = files;
            var configuration = ServeCommand.Configuration(asked);
            var settings = new ServeCommand(texts, Console.Out, TimeProvider.System).Settings(configuration, [], IsPlaybook(configuration), []);
            return new SeedCommand(texts, Console.Out, TimeProvider.System).RunAsync(settings, parsed.GetValue(people), cancellation);
        });
        return command;
    }

    private static Command Health(ConsoleTexts texts)
    {
        var address = new Argument<string?>("address") { Description = texts["argument-address"], Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("health", texts["health-about"]) { address };
        command.SetAction((parsed, cancellation) => new HealthCommand(texts, Console.Out).RunAsync(parsed.GetValue(address) ?? Serving.SettingsFile.Urls(ServeCommand.Configuration(new Dictionary<string, string?>()))[0], cancellation));
        return command;
    }

    /// <summary>Whether there is a playbook of a name. They are read when the first name is asked for: most settings name none.</summary>
    private static Func<string, bool> IsPlaybook(IConfiguration configuration)
    {
        var shelf = new Lazy<PlaybookShelf>(() => Composition.Think(configuration["Server:Playbooks"]).Brain.Shelf);
        return name => shelf.Value.Has(name);
    }

    private static Tongue TongueOf(string? tag, ConsoleTexts texts)
    {
        if (tag is null) return ConsoleTexts.OfTerminal();
        return TongueTags.TryParse(tag, out var tongue) ? tongue : throw new CommandException(texts["error-unknown-language", ("name", tag)]);
    }
}
