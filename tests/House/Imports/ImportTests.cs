using ComplaintBot.House.Source;

namespace ComplaintBot.House.Imports;

public sealed class ImportTests
{
    [Fact]
    public void Imports_stand_in_the_order_of_the_formatter() => Verdict.Clean(ImportGuard.Offences(Repository.Tree));

    [Theory]
    [InlineData("using B;", "using A;")]
    [InlineData("using A;", "using System;")]
    [InlineData("using A.B.C;", "using A.B;")]
    [InlineData("using static A.B;", "using C;")]
    [InlineData("using D = A.B;", "using static C.D;")]
    public void A_planted_disorder_is_reported(string first, string second) =>
        Verdict.Reports(ImportGuard.Offences(Planted(first, second)), "bot/A.cs:2");

    [Theory]
    [InlineData("using System.Text;", "using A;")]
    [InlineData("using A.B;", "using AB;")]
    [InlineData("using A.B;", "using static A.A;")]
    public void The_order_of_the_formatter_is_not_reported(string first, string second) =>
        Verdict.Clean(ImportGuard.Offences(Planted(first, second)));

    private static SourceTree Planted(string first, string second) => SourceTree.Of(("bot/A.cs", $"{first}\n{second}\n\nclass A;\n"));
}
