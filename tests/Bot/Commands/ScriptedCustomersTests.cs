using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Xunit.Abstractions;

namespace ComplaintBot.Tests.Commands;

/// <summary>The scripted customers against the built program, counted as the product is counted from outside.</summary>
public sealed class ScriptedCustomersTests(ITestOutputHelper output)
{
    /// <summary>What was reached when this was written; it may only rise.</summary>
    private const int Reached = 24;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    [Fact]
    public async Task As_many_scripted_customers_are_well_served_as_ever()
    {
        using var folder = new Doubles.TempFolder();
        var (scripts, played) = (InTests("data/conversations.jsonl"), folder.File("played.jsonl"));
        await File.WriteAllTextAsync(played, await Python(InTests("tools/customer.py"), scripts, "--", "dotnet", Product.File, "converse"));

        var score = await Python(InTests("tools/score.py"), "conversations", scripts, played, "--wrong", "99");

        output.WriteLine(score);
        using var counted = JsonDocument.Parse(score.Trim().Split('\n')[^1]);
        Assert.Equal(File.ReadLines(scripts).Count(), counted.RootElement.GetProperty("of").GetInt32());
        Assert.InRange(counted.RootElement.GetProperty("passed").GetInt32(), Reached, int.MaxValue);
    }

    private static string InTests(string path, [CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", path));

    private static async Task<string> Python(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("python3", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        try
        {
            var errors = process.StandardError.ReadToEndAsync();
            var said = await process.StandardOutput.ReadToEndAsync().WaitAsync(Patience);
            await process.WaitForExitAsync().WaitAsync(Patience);
            Assert.True(process.ExitCode == 0, await errors);
            return said;
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
