using System.Text.RegularExpressions;

namespace ComplaintBot.Dialogs.Tests.Policy;

/// <summary>Limits are compared with sums in one file; besides it only the reader of playbooks and the command that prints them may see them.</summary>
public sealed partial class OneAuthorityTests
{
    private static readonly string[] MayKnow =
    [
        "dialogs/Policy/RemedyAuthority.cs", "dialogs/Playbooks/Reading/RulesReader.cs", "dialogs/Playbooks/Authority.cs", "bot/Commands/PlaybooksCommand.cs",
    ];

    [Fact]
    public void No_other_file_reads_the_limits()
    {
        var root = Root();
        var files = new[] { "dialogs", "bot" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "*.cs", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .ToList();

        Assert.All(MayKnow, file => Assert.Contains(file, files));
        Assert.Equal([], files.Except(MayKnow).Where(file => Offends(File.ReadAllText(Path.Combine(root, file)))));
    }

    [Theory]
    [InlineData("if (amount > playbook.Authority.Limits[\"CNY\"][Role.Bot]) return;")]
    [InlineData("var limit = authority . Limits;")]
    [InlineData("var left = playbook.Authority.SumPerCustomer - sum;")]
    [InlineData("return count < rules.GrantsPerCustomer;")]
    public void A_file_that_reads_them_is_found(string planted) => Assert.True(Offends(planted));

    [Theory]
    [InlineData("now.AddDays(-playbook.Authority.WindowDays)")]
    [InlineData("/// <summary>The limits are read elsewhere.</summary>")]
    public void What_only_speaks_of_them_is_left_alone(string planted) => Assert.False(Offends(planted));

    private static bool Offends(string code) => Limit().IsMatch(code);

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "ComplaintBot.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException($"No ComplaintBot.sln in or above {AppContext.BaseDirectory}.");
    }

    [GeneratedRegex(@"([aA]uthority\s*\.\s*Limits|\.\s*(SumPerCustomer|GrantsPerCustomer))\b", RegexOptions.NonBacktracking)]
    private static partial Regex Limit();
}
