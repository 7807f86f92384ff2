using System.ComponentModel;
using System.Diagnostics;
using ComplaintBot.House.Source;

namespace ComplaintBot.House.Deploy;

public sealed class DeployTests
{
    private const string Manifests = "deploy/kubernetes";

    [Fact]
    public void Files_hold_no_secret_and_no_open_tag() => Verdict.Clean(DeployGuard.Offences(Repository.Tree));

    [Fact]
    public void Manifests_name_what_is_there() => Verdict.Clean(KustomizeGuard.Offences(Repository.Tree, Manifests));

    [Fact]
    public void What_is_written_in_several_places_agrees() => Verdict.Clean(AgreementGuard.Offences(Repository.Tree));

    [Fact]
    public void Settings_that_are_named_exist() => Verdict.Clean(SettingsGuard.Offences(Repository.Tree));

    [Fact]
    public void The_bot_starts_on_the_settings_of_all_three() =>
        Verdict.Clean([.. SettingsGuard.Compose(Repository.Tree), .. SettingsGuard.Kubernetes(Repository.Tree), .. SettingsGuard.Azure(Repository.Tree)]);

    [Fact]
    public void The_runbook_quotes_what_the_bot_says() => Verdict.Clean(RunbookGuard.Offences(Repository.Tree));

    [Theory]
    [InlineData("places.sh")]
    [InlineData("backup.sh")]
    [InlineData("restore.sh")]
    public void Scripts_can_be_read_by_bash(string name) => Assert.Equal((0, ""), Run("bash", "-n", Path.Combine(Repository.Root, "deploy", name)));

    /// <summary>Where there is kubectl, it has the last word; what it would say without it is the guard's.</summary>
    [Fact]
    public void Kubectl_renders_as_many_manifests_as_are_listed()
    {
        var listed = YamlValue.Read(Repository.Tree.Find($"{Manifests}/kustomization.yaml")!.Text)["resources"].Items.Count();
        var (code, rendered) = Run("kubectl", "kustomize", Path.Combine(Repository.Root, Manifests));
        if (code is null) Verdict.Clean(KustomizeGuard.Offences(Repository.Tree, Manifests));
        else Assert.Equal((0, listed + 1), (code.Value, rendered.Split('\n').Count(line => line.StartsWith("kind: ", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("deploy/compose.yaml", "a: [b", "no YAML")]
    [InlineData("deploy/compose.yaml", "environment: {Store__Redis__Password: hush}", "Store__Redis__Password")]
    [InlineData("deploy/compose.yaml", "environment: {POSTGRES_PASSWORD: '${P:-complaints}'}", "POSTGRES_PASSWORD")]
    [InlineData("deploy/compose.yaml", "image: redis", "'redis' without")]
    [InlineData("deploy/compose.yaml", "image: redis:latest", "'redis:latest'")]
    [InlineData("deploy/compose.yaml", "image: host:5000/redis", "without an exact tag")]
    [InlineData("deploy/kubernetes/deployment.yaml", "env: [{name: Store__Redis__Password, value: hush}]", "Store__Redis__Password")]
    [InlineData("deploy/kubernetes/settings.properties", "Channels__Telegram__Token=123", "Channels__Telegram__Token")]
    [InlineData("deploy/.env.example", "Ledger__Postgres__Password=complaints", "Ledger__Postgres__Password")]
    [InlineData("deploy/.env.example", "#Channels__WeChat__EncodingAESKey=abc", "EncodingAESKey")]
    [InlineData("deploy/Dockerfile", "ARG NODE=lts\nFROM node:${NODE} AS pages\nFROM pages AS more", "'node:lts'")]
    [InlineData("deploy/azure/main.bicep", "param botSecret string", "botSecret")]
    [InlineData("deploy/azure/main.bicep", "@secure()\nparam botSecret string = 'hush'", "botSecret")]
    [InlineData("deploy/azure/main.bicep", "{ name: 'Store__Redis__Password', value: key }", "Store__Redis__Password")]
    public void A_planted_secret_or_open_tag_is_reported(string path, string text, string part) => Verdict.Reports(DeployGuard.Offences(SourceTree.Of((path, text))), path, part);

    [Theory]
    [InlineData("deploy/compose.yaml", "{image: 'complaintbot:${VERSION:?write it}', environment: {Store__Redis__Password: '${P:?write it}', Store__Kind: redis}}")]
    [InlineData("deploy/kubernetes/deployment.yaml", "{image: complaintbot, env: [{name: Store__Redis__Password, valueFrom: {secretKeyRef: {name: a, key: b}}}]}")]
    [InlineData("deploy/azure/main.bicep", "@secure()\n@minLength(24)\nparam botSecret string\n{ name: 'Store__Redis__Password', secretRef: 'a' }")]
    public void What_comes_from_elsewhere_is_not_reported(string path, string text) => Verdict.Clean(DeployGuard.Offences(SourceTree.Of((path, text))));

    [Theory]
    [InlineData("service.yaml", "selector: {app.kubernetes.io/name: complaintbot}", "selector: {app.kubernetes.io/name: other}", "Service selects no pods")]
    [InlineData("service.yaml", "targetPort: http", "targetPort: web", "the port web")]
    [InlineData("disruption.yaml", "matchLabels: {app.kubernetes.io/name: complaintbot}", "matchLabels: {}", "PodDisruptionBudget selects no pods")]
    [InlineData("autoscaler.yaml", "kind: Deployment", "kind: StatefulSet", "StatefulSet complaintbot is named")]
    [InlineData("ingress.yaml", "- hosts: [care.example]", "- hosts: [other.example]", "different hosts")]
    [InlineData("ingress.yaml", "service:\n                name: complaintbot", "service:\n                name: other", "Service other is named")]
    [InlineData("kustomization.yaml", "  - ingress.yaml\n", "", "does not list ingress.yaml")]
    [InlineData("kustomization.yaml", "  - ingress.yaml\n", "  - ingress.yaml\n  - more.yaml\n", "lists more.yaml")]
    [InlineData("deployment.yaml", "{name: data, mountPath: /data}", "{name: other, mountPath: /data}", "what is mounted")]
    public void A_planted_gap_in_the_manifests_is_reported(string file, string found, string planted, string part) =>
        Verdict.Reports(KustomizeGuard.Offences(With($"{Manifests}/{file}", found, planted), Manifests), part);

    [Theory]
    [InlineData("deploy/Dockerfile", "EXPOSE 8080", "EXPOSE 8081", "the port of a node")]
    [InlineData("deploy/Dockerfile", "USER 1654", "USER 1000", "the user")]
    [InlineData("deploy/Dockerfile", "\"health\"]", "\"alive\"]", "alive", "for health")]
    [InlineData("deploy/Dockerfile", "COPY dialogs/ComplaintBot.Dialogs.csproj dialogs/\n", "", "restores without dialogs/ComplaintBot.Dialogs.csproj")]
    [InlineData("deploy/Dockerfile", "COPY bot bot", "COPY bots bot", "bots, which does not exist", "keeps bots out")]
    [InlineData("deploy/Dockerfile.dockerignore", "!dialogs\n", "", "keeps dialogs", "keeps dialogs/ComplaintBot.Dialogs.csproj")]
    [InlineData("deploy/.env.example", "VERSION=1.0.0", "VERSION=1.0.1", "the version differs")]
    [InlineData("deploy/compose.yaml", "stop_grace_period: 60s", "stop_grace_period: 10s", "after 10 s")]
    [InlineData("deploy/compose.yaml", "  redis-data: {}\n", "", "volumes redis-data")]
    [InlineData("deploy/kubernetes/deployment.yaml", "terminationGracePeriodSeconds: 65", "terminationGracePeriodSeconds: 30", "after 30 s")]
    [InlineData("deploy/kubernetes/deployment.yaml", "path: /healthz/ready", "path: /healthz/well", "/healthz/well")]
    [InlineData("deploy/proxy/haproxy.cfg", "timeout tunnel 65s", "timeout tunnel 30s", "after 30 s of silence")]
    [InlineData("deploy/runbook.md", "docker compose logs redis", "docker compose logs valkey", "the service valkey")]
    public void A_planted_disagreement_is_reported(string path, string found, string planted, params string[] parts)
    {
        var offences = AgreementGuard.Offences(With(path, found, planted));
        Assert.Equal(parts.Length, offences.Count);
        Assert.All(parts, part => Assert.Contains(offences, offence => offence.Contains(part, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Set `Store:Redis:Passwort`.", "Store:Redis:Passwort")]
    [InlineData("Channels__Telegram__Tokens=1", "Channels:Telegram:Tokens")]
    public void A_planted_setting_that_does_not_exist_is_reported(string text, string name) => Verdict.Reports(SettingsGuard.Offences(SourceTree.Of(("deploy/README.md", text))), name, "no setting");

    [Fact]
    public void A_planted_value_the_bot_would_not_start_on_is_reported() =>
        Verdict.Reports(SettingsGuard.Kubernetes(With("deploy/kubernetes/settings.properties", "Store__Kind=redis", "Store__Kind=valkey")).Where(error => error.StartsWith("Store", StringComparison.Ordinal)).ToList(), "valkey");

    [Fact]
    public void A_planted_quote_of_what_nobody_says_is_reported() =>
        Verdict.Reports(RunbookGuard.Offences(SourceTree.Of(("deploy/runbook.md", "“All is … here” and “All is lost”"), ("bot/Log.cs", "\"All is {Well} here\""))), "All is lost");

    /// <summary>The repository with one piece of one file written otherwise.</summary>
    private static SourceTree With(string path, string found, string planted)
    {
        var text = Repository.Tree.Find(path)!.Text;
        Assert.Contains(found, text, StringComparison.Ordinal);
        var at = text.IndexOf(found, StringComparison.Ordinal);
        var changed = new SourceFile(path, text[..at] + planted + text[(at + found.Length)..]);
        return new(Repository.Tree.Files.Where(file => file.Path != path).Append(changed));
    }

    /// <summary>How a command ended and what it printed; no code when it is not there.</summary>
    private static (int? Code, string Output) Run(string command, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true })!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output);
        }
        catch (Win32Exception)
        {
            return (null, "");
        }
    }
}
