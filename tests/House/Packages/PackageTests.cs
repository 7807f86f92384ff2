using ComplaintBot.House.Source;

namespace ComplaintBot.House.Packages;

public sealed class PackageTests
{
    private const string Project = "<Project><ItemGroup><PackageReference Include=\"Yaml\" /></ItemGroup></Project>";
    private const string Central = "<Project><ItemGroup><PackageVersion Include=\"Yaml\" Version=\"16.3.0\" /></ItemGroup></Project>";
    private const string Solution = "Project(\"{1}\") = \"Bot\", \"bot\\Bot.csproj\", \"{2}\"";
    private const string Npm = """{ "dependencies": { "vue": "3.5.1" }, "devDependencies": { "vite": "8.0.0-beta.1" } }""";

    [Fact]
    public void Every_version_is_exact_and_central_and_the_solution_holds_every_project() =>
        Verdict.Clean(PackageGuard.Offences(Repository.Tree));

    [Fact]
    public void A_tidy_tree_is_not_reported() => Verdict.Clean(PackageGuard.Offences(Planted()));

    [Theory]
    [InlineData("16.3.*")]
    [InlineData("[16.3.0,17.0)")]
    [InlineData("16")]
    [InlineData("$(YamlVersion)")]
    public void A_planted_open_version_is_reported(string version) =>
        Verdict.Reports(PackageGuard.Offences(Planted(central: Central.Replace("16.3.0", version, StringComparison.Ordinal))), "Yaml", version);

    [Theory]
    [InlineData("Include=\"Yaml\" Version=\"1.0.0\" /", "gives Yaml a Version of its own")]
    [InlineData("Include=\"Yaml\" VersionOverride=\"1.0.0\" /", "gives Yaml a VersionOverride of its own")]
    [InlineData("Include=\"Yaml\"><Version>1.0.0</Version></PackageReference", "gives Yaml a Version of its own")]
    [InlineData("Include=\"Other\" /", "no version for Other of bot/Bot.csproj")]
    public void A_planted_version_in_a_project_is_reported(string reference, string offence) =>
        Verdict.Reports(PackageGuard.Offences(Planted(project: Project.Replace("Include=\"Yaml\" /", reference, StringComparison.Ordinal))), offence);

    [Fact]
    public void A_planted_project_outside_of_the_solution_is_reported() =>
        Verdict.Reports(PackageGuard.Offences(Planted(solution: "")), "lacks bot/Bot.csproj");

    [Fact]
    public void A_planted_project_that_is_gone_is_reported() =>
        Verdict.Reports(PackageGuard.Offences(Planted(solution: Solution + "\n\"x\\Gone.csproj\"")), "x/Gone.csproj", "does not exist");

    [Theory]
    [InlineData("^3.5.1")]
    [InlineData("latest")]
    [InlineData("3.x")]
    public void A_planted_open_version_of_npm_is_reported(string version) =>
        Verdict.Reports(PackageGuard.Offences(Planted(npm: Npm.Replace("3.5.1", version, StringComparison.Ordinal))), "bot/Web/package.json", "vue", version);

    private static SourceTree Planted(string project = Project, string central = Central, string solution = Solution, string npm = Npm) =>
        SourceTree.Of(("bot/Bot.csproj", project), ("Directory.Packages.props", central), ("Bot.sln", solution), ("bot/Web/package.json", npm));
}
