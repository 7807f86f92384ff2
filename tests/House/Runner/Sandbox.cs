using System.Diagnostics;
using ComplaintBot.House.Source;

namespace ComplaintBot.House.Runner;

/// <summary>
/// A temporary folder that looks to <c>tests/run.sh</c> like this repository with two test projects, and a <c>dotnet</c>
/// that only writes down what it would have found. Removed when disposed.
/// </summary>
internal sealed class Sandbox : IDisposable
{
    private const string Dotnet = """
        #!/usr/bin/env bash
        case "$1" in
          --list-sdks) echo "${SDK:-10.0.100} [here]" ;;
          restore) echo "${RESTORE_SAYS:-}" ;;
          build) echo "${BUILD_SAYS:-}"; exit "${BUILD_ENDS:-0}" ;;
          format) exit "${FORMAT_ENDS:-0}" ;;
          test)
            name=$(basename "$2"); counters="${name}_COUNTERS"; ends="${name}_ENDS"
            while [ "$1" != --results-directory ]; do shift; done
            [ "${!counters}" = none ] || echo "<Counters ${!counters} error=\"0\" />" >"$2/$name.trx"
            echo "the log of $name"
            exit "${!ends:-0}" ;;
          run) echo "measures: $*" ;;
        esac
        """;

    private static readonly string Script = File.ReadAllText(Path.Combine(Repository.Root, "tests/run.sh"));

    private readonly string root = Directory.CreateTempSubdirectory("house-").FullName;
    private readonly Dictionary<string, string> environment = [];

    public Sandbox()
    {
        Write("tests/One/One.csproj", "Microsoft.NET.Test.Sdk");
        Write("tests/Two/Two.csproj", "Microsoft.NET.Test.Sdk");
        Write("tests/Benchmarks/Benchmarks.csproj", "");
        Write("bin/dotnet", Dotnet);
        Write("tests/run.sh", Script);
        Directory.CreateDirectory(Path.Combine(root, "temp"));
        Given("One", total: 3, executed: 3, passed: 3);
        Given("Two", total: 2, executed: 2, passed: 2);
    }

    /// <summary>What the run left in its temporary folder.</summary>
    public IReadOnlyList<string> LeftBehind => Directory.GetFileSystemEntries(Path.Combine(root, "temp"));

    public void Dispose() => Directory.Delete(root, recursive: true);

    public void Set(string variable, string value) => environment[variable] = value;

    /// <summary>The counters that the tests of a project report.</summary>
    public void Given(string project, int total, int executed, int passed) =>
        Set($"{project}_COUNTERS", $"total=\"{total}\" executed=\"{executed}\" passed=\"{passed}\"");

    /// <summary>Puts a tool into the script's table.</summary>
    public void NeedTool(string tool, string package) =>
        Write("tests/run.sh", Script.Replace("SYSTEM_TOOLS=(", $"SYSTEM_TOOLS=(\n  [{tool}]={package}", StringComparison.Ordinal));

    public void Write(string path, string text)
    {
        var file = Path.Combine(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Runs the script and returns its exit code and what it printed, line by line.</summary>
    public async Task<(int ExitCode, string[] Lines)> Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(root, "tests/run.sh"), .. arguments]) { RedirectStandardOutput = true };
        start.Environment["PATH"] = $"{Path.Combine(root, "bin")}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["TMPDIR"] = Path.Combine(root, "temp");
        foreach (var (variable, value) in environment)
            start.Environment[variable] = value;

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output.TrimEnd('\n').Split('\n'));
    }
}
