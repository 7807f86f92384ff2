namespace ComplaintBot.House.Runner;

/// <summary>The last line and the exit code of <c>tests/run.sh</c>, which others rely on.</summary>
public sealed class RunnerTests : IDisposable
{
    private readonly Sandbox sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public async Task Passed_tests_of_all_projects_are_added_up()
    {
        await Ends(0, "5 passed, 0 failed");
        Assert.Empty(sandbox.LeftBehind);
    }

    [Fact]
    public async Task Only_the_named_projects_are_run() => await Ends(0, "2 passed, 0 failed", "Two");

    [Fact]
    public async Task A_failed_test_fails_the_run_and_shows_the_log()
    {
        sandbox.Given("Two", total: 2, executed: 2, passed: 1);
        sandbox.Set("Two_ENDS", "1");

        var lines = await Ends(1, "4 passed, 1 failed");

        Assert.Contains("  the log of Two", lines);
        Assert.DoesNotContain("  the log of One", lines);
        Assert.Empty(sandbox.LeftBehind);
    }

    [Fact]
    public async Task Skipped_tests_are_named_only_when_there_are_some()
    {
        sandbox.Given("One", total: 3, executed: 1, passed: 1);

        await Ends(0, "3 passed, 0 failed, 2 skipped");
    }

    [Fact]
    public async Task A_project_that_ran_no_test_counts_as_failed()
    {
        sandbox.Given("One", total: 0, executed: 0, passed: 0);

        Assert.Contains("  One ran no test.", await Ends(1, "2 passed, 1 failed"));
    }

    [Fact]
    public async Task A_project_whose_tests_were_all_skipped_counts_as_failed()
    {
        sandbox.Given("One", total: 3, executed: 0, passed: 0);

        await Ends(1, "2 passed, 1 failed, 3 skipped");
    }

    [Fact]
    public async Task A_test_run_that_died_counts_as_failed()
    {
        sandbox.Set("One_ENDS", "134");
        sandbox.Set("Two_COUNTERS", "none");

        await Ends(1, "3 passed, 2 failed");
    }

    [Fact]
    public async Task A_failed_build_shows_the_error_and_runs_nothing()
    {
        sandbox.Set("BUILD_ENDS", "1");
        sandbox.Set("BUILD_SAYS", "A.cs(1,1): error CS1002");

        var lines = await Ends(1, "0 passed, 1 failed");

        Assert.Contains("A.cs(1,1): error CS1002", lines);
        Assert.Contains("Building ComplaintBot.sln failed.", lines);
    }

    [Fact]
    public async Task A_restore_that_warns_is_not_accepted()
    {
        sandbox.Set("RESTORE_SAYS", "B.csproj : warning NU1603: something else was restored");

        await Ends(1, "0 passed, 1 failed");
    }

    [Fact]
    public async Task A_format_that_is_off_counts_as_one_failed_test()
    {
        sandbox.Set("FORMAT_ENDS", "2");

        await Ends(1, "5 passed, 1 failed");
    }

    [Fact]
    public async Task An_unknown_name_is_answered_with_the_known_ones() =>
        Assert.Contains("There are no tests named Three. There are: One Two, and load.", await Ends(1, "0 passed, 1 failed", "Three"));

    [Fact]
    public async Task A_missing_sdk_is_named()
    {
        sandbox.Set("SDK", "8.0.110");

        Assert.Contains("SDK 10 is missing", (await Ends(1, "0 passed, 1 failed"))[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("v20.18.9", false)]
    [InlineData("v20.19.0", true)]
    [InlineData("v22.1.0", true)]
    public async Task Node_is_asked_for_once_there_are_pages_to_build(string version, bool isNewEnough)
    {
        sandbox.Write("bin/node", $"#!/usr/bin/env bash\necho {version}\n");
        await Ends(0, "5 passed, 0 failed");

        sandbox.Write("bot/Web/package.json", "{}");

        var lines = await Ends(isNewEnough ? 0 : 1, isNewEnough ? "5 passed, 0 failed" : "0 passed, 1 failed");
        Assert.Equal(isNewEnough, !lines[0].Contains("Node 20.19 or later is missing", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("1000", "Missing on this system: some-package. Install with: sudo apt-get install some-package", "0 passed, 1 failed")]
    [InlineData("0", "Installing some-package", "5 passed, 0 failed")]
    public async Task A_missing_tool_is_installed_by_root_and_named_to_others(string user, string firstLine, string lastLine)
    {
        sandbox.NeedTool("some-tool", "some-package");
        sandbox.Write("bin/id", $"#!/usr/bin/env bash\necho {user}\n");
        sandbox.Write("bin/apt-get", "#!/usr/bin/env bash\n[ \"$1\" = update ] || [ \"${*: -1}\" = some-package ]\n");

        var lines = await Ends(user == "0" ? 0 : 1, lastLine);

        Assert.Equal(firstLine, lines[0]);
    }

    [Fact]
    public async Task A_tool_that_cannot_be_installed_ends_the_run()
    {
        sandbox.NeedTool("some-tool", "some-package");
        sandbox.Write("bin/id", "#!/usr/bin/env bash\necho 0\n");
        sandbox.Write("bin/apt-get", "#!/usr/bin/env bash\necho no such package; exit 100\n");

        Assert.Contains("no such package", await Ends(1, "0 passed, 1 failed"));
    }

    [Fact]
    public async Task A_load_run_only_measures()
    {
        var (exitCode, lines) = await sandbox.Run("load", "--filter", "*");

        Assert.Equal(0, exitCode);
        Assert.Equal(["measures: run -c Release --project tests/Benchmarks -- --filter *"], lines);
        Assert.Empty(sandbox.LeftBehind);
    }

    private async Task<string[]> Ends(int exitCode, string lastLine, params string[] arguments)
    {
        var (actualExitCode, lines) = await sandbox.Run(arguments);

        Assert.Equal(lastLine, lines[^1]);
        Assert.Equal(exitCode, actualExitCode);
        return lines;
    }
}
