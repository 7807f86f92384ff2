using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ComplaintBot.House.Source;

namespace ComplaintBot.House.Deploy;

/// <summary>What is written in several places and has to be the same in all: ports, versions, users, paths of health, and times that wait for each other.</summary>
internal static class AgreementGuard
{
    private const string Container = "deploy/Dockerfile";
    private const string Compose = "deploy/compose.yaml";
    private const string Proxy = "deploy/proxy/haproxy.cfg";
    private const string Deployment = "deploy/kubernetes/deployment.yaml";
    private const string Overview = "deploy/kubernetes/kustomization.yaml";
    private const string Settings = "deploy/kubernetes/settings.properties";
    private const string Azure = "deploy/azure/main.bicep";
    private const string Guide = "deploy/README.md";
    private const string Server = "bot/Serving/ChatServer.cs";
    private const string Cli = "bot/Commands/Cli.cs";

    /// <summary>What closing everything may take after the last turn.</summary>
    private const int Closing = 10;

    private static readonly Regex Copy = new(@"^COPY (?!--from)(?:--\S+ )*(.+) \S+$", RegexOptions.Multiline);

    public static List<string> Offences(SourceTree tree) => [.. Written(tree), .. Times(tree), .. Health(tree), .. Copied(tree), .. Declared(tree)];

    private static IEnumerable<string> Written(SourceTree tree) =>
    [
        .. Same(tree, "the port of a node", (Container, @"^EXPOSE (\d+)"), (Container, @"Server__Urls=http://\*:(\d+)"), (Deployment, @"containerPort: (\d+)"), (Azure, @"^var port = (\d+)"), (Proxy, @"BOT1-bot1:(\d+)"), (Proxy, @"BOT2-bot2:(\d+)"), (Guide, @"-p \d+:(\d+)")),
        .. Same(tree, "the user", (Container, @"^USER (\d+)"), (Container, @"--chown=(\d+):"), (Deployment, @"runAsUser: (\d+)"), (Deployment, @"fsGroup: (\d+)")),
        .. Same(tree, "the version", ("deploy/.env.example", "^VERSION=(.+)"), (Overview, "newTag: (.+)"), ("deploy/azure/main.bicepparam", "image = 'complaintbot:(.+)'"), (Guide, "-t complaintbot:([^ ]+) "), (Container, @"-t complaintbot:([^ ]+) ")),
        .. Same(tree, "the name of the image", (Compose, @"&bot\n  image: (\w+):"), (Overview, "newName: (.+)"), (Deployment, @"image: (\w+)"), (Guide, @"-t (\w+):")),
        .. Same(tree, "the time a node has to stop", (Compose, @"Server__StopWithinSeconds: (\d+)"), (Settings, @"Server__StopWithinSeconds=(\d+)"), (Azure, @"'Server__StopWithinSeconds', value: '(\d+)'")),
        .. Same(tree, "the version of PostgreSQL", (Compose, "image: postgres:(.+)"), (Container, "ARG POSTGRES=(.+)")),
        .. Same(tree, "the folder of what is kept", (Container, @"Server__Data=(\S+)"), (Container, @"^VOLUME (\S+)"), (Guide, @"-v complaints:(\S+) ")),
    ];

    /// <summary>A node is given as long as it takes; a stream outlives the silence between two pings.</summary>
    private static IEnumerable<string> Times(SourceTree tree)
    {
        var needed = Number(tree, Settings, @"StopWithinSeconds=(\d+)") + Number(tree, "bot/Turns/TurnRunner.cs", @"Budget = TimeSpan\.FromSeconds\((\d+)\)") + Closing;
        var before = Number(tree, Deployment, @"sleep: \{seconds: (\d+)\}");
        (string Place, int Given, int Needed)[] stops =
        [
            (Compose, Number(tree, Compose, @"&bot[\s\S]*?stop_grace_period: (\d+)s"), needed), (Guide, Number(tree, Guide, @"--stop-timeout (\d+)"), needed),
            (Deployment, Number(tree, Deployment, @"terminationGracePeriodSeconds: (\d+)"), needed + before), (Azure, Number(tree, Azure, @"terminationGracePeriodSeconds: (\d+)"), needed),
        ];
        foreach (var (place, given, least) in stops.Where(stop => stop.Given < stop.Needed)) yield return $"{place} kills a node after {given} s; it needs {least}.";
        var silence = 3 * Number(tree, Server, @"KeepAliveInterval = TimeSpan\.FromSeconds\((\d+)\)");
        if (Number(tree, Proxy, @"timeout tunnel (\d+)s") is var tunnel && (tunnel <= silence || silence == 0)) yield return $"{Proxy} closes a stream after {tunnel} s of silence; it has to outlive {silence}.";
    }

    private static IEnumerable<string> Health(SourceTree tree)
    {
        var (server, commands) = (tree.Find(Server)?.Text ?? "", tree.Find(Cli)?.Text ?? "");
        foreach (var file in tree.Under("deploy"))
        {
            foreach (var path in Regex.Matches(file.Text, "/healthz(/[a-z]+)?").Select(match => match.Value).Distinct())
                if (!server.Contains($"app.Map(\"{path}\"", StringComparison.Ordinal)) yield return $"{file.Path} asks {path}, which no server answers.";
            foreach (var command in Regex.Matches(file.Text, @"\./ComplaintBot(?:""?,? ""?)([a-z]+)").Select(match => match.Groups[1].Value).Distinct())
                if (!commands.Contains($"new Command(\"{command}\"", StringComparison.Ordinal)) yield return $"{file.Path} runs the command {command}, which does not exist.";
        }

        if (!Regex.IsMatch(Text(tree, Container), @"HEALTHCHECK .*\[""\./ComplaintBot"", ""health""\]")) yield return $"{Container} asks nobody for health.";
    }

    /// <summary>What the container file copies is there, is let through, and is all that a restore reads.</summary>
    private static IEnumerable<string> Copied(SourceTree tree)
    {
        var container = Text(tree, Container);
        var (copied, admitted) = (Copy.Matches(container).SelectMany(match => match.Groups[1].Value.Split(' ')).ToList(), Text(tree, $"{Container}.dockerignore").Split('\n').Where(line => line.StartsWith('!')).Select(line => line[1..]).ToList());
        foreach (var path in copied.Where(path => !tree.Has(path))) yield return $"{Container} copies {path}, which does not exist.";
        foreach (var path in copied.Where(path => !admitted.Exists(one => path == one || path.StartsWith(one + "/", StringComparison.Ordinal)))) yield return $"{Container}.dockerignore keeps {path} out, which is copied.";
        var restored = container.Split("RUN dotnet restore")[0];
        string[] read = ["bot/ComplaintBot.csproj", .. References(tree, "bot/ComplaintBot.csproj"), .. tree.Files.Where(file => file.Folder.Length == 0 && file.Is(".props", ".targets")).Select(file => file.Path)];
        foreach (var path in read.Where(path => !restored.Contains($" {path} ", StringComparison.Ordinal))) yield return $"{Container} restores without {path}.";
        foreach (var pages in (string[])["chat", "desk"])
            if (!Text(tree, $"bot/Web/{pages}/vite.config.ts").Contains($"outDir: \"../../obj/web/{pages}\"", StringComparison.Ordinal) || !container.Contains($"--from=pages /source/bot/obj/web/{pages}", StringComparison.Ordinal))
                yield return $"{Container} does not take the pages of {pages} from where they are built.";
    }

    /// <summary>What services of compose use is declared, and documents name services that are there.</summary>
    private static IEnumerable<string> Declared(SourceTree tree)
    {
        if (tree.Find(Compose) is not { } file) return [$"{Compose} is missing."];
        var all = YamlValue.Read(file.Text);
        var services = all["services"].Members.Select(one => one.Name).ToHashSet();
        var declared = new[] { "volumes", "networks", "secrets" }.SelectMany(kind => all[kind].Members.Select(one => $"{kind} {one.Name}")).ToHashSet();
        IEnumerable<string> used = all["services"].Members.SelectMany(one =>
            one.Value["volumes"].Items.Select(item => item.Text.Split(':')[0]).Where(name => name[0] is not ('.' or '/')).Select(name => $"volumes {name}")
                .Concat(one.Value["networks"].Items.Select(item => $"networks {item.Text}")).Concat(one.Value["networks"].Members.Select(item => $"networks {item.Name}")).Concat(one.Value["secrets"].Items.Select(item => $"secrets {item.Text}")));
        var named = tree.Under("deploy").Where(one => one.Is(".md")).SelectMany(one => Regex.Matches(one.Text, @"docker compose (?:--\S+ \w+ )*(logs|stop|start|restart|exec|run)((?: -\S+(?: \d+m)?)*)((?: [a-z]+\d?(?![\w/.]))+)"))
            .SelectMany(match => match.Groups[1].Value is "run" or "exec" ? match.Groups[3].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(1) : match.Groups[3].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct();
        var image = YamlValue.Read(Text(tree, Overview))["images"].Items.Select(one => (one["name"].Text, one["newTag"].Text)).ToList();
        return
        [
            .. used.Distinct().Where(name => !declared.Contains(name)).Select(name => $"{Compose} uses {name}, which it does not declare."),
            .. declared.Except(used).Select(name => $"{Compose} declares {name}, which nobody uses."),
            .. named.Where(name => !services.Contains(name)).Select(name => $"A document names the service {name}, which {Compose} does not have."),
            .. image is [("complaintbot", { Length: > 0 })] ? Array.Empty<string>() : [$"{Overview} gives the image of {Deployment} no tag."],
        ];
    }

    private static IEnumerable<string> References(SourceTree tree, string project) =>
        XElement.Parse(Text(tree, project) is { Length: > 0 } text ? text : "<Project />").Descendants("ProjectReference").Select(one => ((string)one.Attribute("Include")!).Replace("../", "", StringComparison.Ordinal));

    /// <summary>One value in several places, each as a pattern finds it.</summary>
    private static IEnumerable<string> Same(SourceTree tree, string what, params (string Place, string Pattern)[] places)
    {
        var found = places.Select(place => (place.Place, Value: Find(tree, place.Place, place.Pattern))).ToList();
        return found.Exists(one => one.Value.Length == 0) || found.Select(one => one.Value).Distinct().Count() > 1 ? [$"{what} differs: {string.Join(", ", found.Select(one => $"'{one.Value}' in {one.Place}"))}."] : [];
    }

    private static int Number(SourceTree tree, string place, string pattern) => int.TryParse(Find(tree, place, pattern), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string Find(SourceTree tree, string place, string pattern) => Regex.Match(Text(tree, place), pattern, RegexOptions.Multiline).Groups[1].Value;

    private static string Text(SourceTree tree, string path) => tree.Find(path)?.Text ?? "";
}
