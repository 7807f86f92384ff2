using System.Diagnostics;
using System.Text.RegularExpressions;

namespace ComplaintBot.Web.Tests;

/// <summary>The widget as it is built: its own small tests, its size, and what must end its build.</summary>
public sealed class BuildTests
{
    private static readonly string Chat = Path.Combine(Root(), "bot", "Web", "chat");

    [Fact]
    public async Task The_small_tests_of_the_widget_pass()
    {
        var (exitCode, said) = await RunAsync(Chat, "npm", "test");

        Assert.True(exitCode == 0, said);
    }

    [Fact]
    public async Task The_widget_is_not_larger_than_it_may_be()
    {
        var (exitCode, said) = await RunAsync(Chat, "node", "size.mjs");

        Assert.True(exitCode == 0, said);
    }

    [Theory]
    [InlineData("en.json")]
    [InlineData("zh-Hans.json")]
    public async Task A_text_that_one_language_lacks_ends_the_build(string file)
    {
        var copy = Directory.CreateTempSubdirectory("complaint-chat-");
        try
        {
            foreach (var source in Directory.EnumerateFiles(Path.Combine(Chat, "src"), "*", SearchOption.AllDirectories))
            {
                var target = Path.Combine(copy.FullName, Path.GetRelativePath(Chat, source));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(source, target);
            }

            File.Copy(Path.Combine(Chat, "tsconfig.json"), Path.Combine(copy.FullName, "tsconfig.json"));
            Directory.CreateSymbolicLink(Path.Combine(copy.FullName, "node_modules"), Path.Combine(Chat, "node_modules"));
            var texts = Path.Combine(copy.FullName, "src", "texts", file);
            string[] check = [Path.Combine(Chat, "node_modules", "typescript", "bin", "tsc"), "--noEmit"];
            Assert.Equal((0, ""), await RunAsync(copy.FullName, "node", check));

            await File.WriteAllTextAsync(texts, Regex.Replace(await File.ReadAllTextAsync(texts), "(?m)^ *\"askPerson\":.*\n", "", RegexOptions.NonBacktracking));

            var (exitCode, said) = await RunAsync(copy.FullName, "node", check);
            Assert.NotEqual(0, exitCode);
            Assert.Contains("askPerson", said, StringComparison.Ordinal);
        }
        finally
        {
            copy.Delete(recursive: true);
        }
    }

    private static async Task<(int ExitCode, string Said)> RunAsync(string folder, string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "ComplaintBot.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException($"No ComplaintBot.sln in or above {AppContext.BaseDirectory}.");
    }
}
