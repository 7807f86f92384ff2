using ComplaintBot.House.Source;

namespace ComplaintBot.House.Documents;

public sealed class DocumentTests
{
    [Fact]
    public void Links_paths_and_commands_in_documents_lead_somewhere() => Verdict.Clean(DocumentGuard.Offences(Repository.Tree));

    [Theory]
    [InlineData("See [the plan](plan.md).", "plan.md")]
    [InlineData("See [the plan](../decisions.md#why \"Why\").", "../decisions.md")]
    [InlineData("[plan]: missing/plan.md", "missing/plan.md")]
    [InlineData("Look into `dialogs/Attic`.", "dialogs/Attic")]
    [InlineData("Look into `./dialogs/Attic/`.", "dialogs/Attic")]
    [InlineData("Open `Attic.cs`.", "Attic.cs")]
    [InlineData("All of `dialogs/Policy/*.yaml`.", "dialogs/Policy/*.yaml")]
    [InlineData("Run `tests/all.sh fast`.", "tests/all.sh")]
    [InlineData("```sh\ndotnet run --project robot -- chat\n```", "robot")]
    [InlineData("```bash\n$ LANG=C tests/all.sh\n```", "tests/all.sh")]
    [InlineData("```sh\ndotnet test tests/Attic --filter A\n```", "tests/Attic")]
    public void A_planted_dead_end_is_reported(string text, string path) =>
        Verdict.Reports(DocumentGuard.Offences(Planted(text)), "dialogs/README.md:", path, "does not exist");

    [Theory]
    [InlineData("[rules](Policy/Rules.cs), [top](../README.md#first), [web](https://example.org/a.md), [here](#here)")]
    [InlineData("`dialogs/Policy`, `Policy/Rules.cs`, `Rules.cs`, `other/Deep.cs`, `dialogs/Policy/*.cs`, `*/README.md`, `tests/run.sh load`")]
    [InlineData("`application/json`, `dialogs/<room>`, `C-20260101-000000`, `.cs`, `a.b`")]
    [InlineData("```sh\ndotnet run --project dialogs -- chat\ntests/run.sh\n```")]
    [InlineData("```text\ntests/all.sh\n[a](b.md) `Attic.cs`\n```")]
    public void What_exists_or_is_no_path_is_not_reported(string text) => Verdict.Clean(DocumentGuard.Offences(Planted(text)));

    private static SourceTree Planted(string text) =>
        SourceTree.Of(("README.md", "# First"), ("dialogs/README.md", text), ("dialogs/Policy/Rules.cs", ""), ("dialogs/Policy/other/Deep.cs", ""), ("tests/run.sh", ""));
}
