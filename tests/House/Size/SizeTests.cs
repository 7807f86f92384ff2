using ComplaintBot.House.Source;
using Xunit.Abstractions;

namespace ComplaintBot.House.Size;

public sealed class SizeTests(ITestOutputHelper output)
{
    [Fact]
    public void Files_methods_and_constructors_keep_to_their_limits()
    {
        var (middle, p95, longest) = SizeGuard.Lines(Repository.Tree);
        output.WriteLine($"Lines of source files: middle {middle}, p95 {p95}, longest {longest}. The aim is a p95 of at most 200.");

        Verdict.Clean(SizeGuard.Offences(Repository.Tree));
    }

    [Theory]
    [InlineData("dialogs/Policy/Long.cs", 401, "400 is the limit")]
    [InlineData("bot/Web/long.ts", 401, "400 is the limit")]
    [InlineData("bot/Web/Long.vue", 401, "400 is the limit")]
    [InlineData("tests/Bot/LongTests.cs", 501, "500 is the limit")]
    public void A_planted_long_file_is_reported(string path, int lines, string limit)
    {
        Verdict.Reports(SizeGuard.Offences(SourceTree.Of((path, Lines(lines))), []), path, limit);
        Verdict.Clean(SizeGuard.Offences(SourceTree.Of((path, Lines(lines - 1))), []));
    }

    [Fact]
    public void A_named_exception_may_be_long_and_is_reported_once_it_is_idle()
    {
        var exceptions = new Dictionary<string, string> { ["bot/Turns/A.cs"] = "a reason" };

        Verdict.Clean(SizeGuard.Offences(Planted(Lines(401)), exceptions));
        Verdict.Reports(SizeGuard.Offences(Planted(Lines(400)), exceptions), "bot/Turns/A.cs needs no exception");
    }

    [Fact]
    public void A_planted_long_method_is_reported()
    {
        Verdict.Reports(SizeGuard.Offences(Planted(Method(61)), []), "bot/Turns/A.cs:2", "Run", "61 lines");
        Verdict.Clean(SizeGuard.Offences(Planted(Method(60)), []));
    }

    [Theory]
    [InlineData("class A { public A(int a, int b, int c, int d, int e, int f, int g) { } }")]
    [InlineData("class A(int a, int b, int c, int d, int e, Dictionary<string, int> f, int g);")]
    public void A_planted_constructor_with_seven_parameters_is_reported(string text) =>
        Verdict.Reports(SizeGuard.Offences(Planted(text), []), "bot/Turns/A.cs:1", "7 parameters");

    [Theory]
    [InlineData("class A { public A(int a, int b, int c, int d, int e, Dictionary<string, int> f) { } }")]
    [InlineData("record A(int A, int B, int C, int D, int E, int F, int G);")]
    public void Six_parameters_and_the_fields_of_a_record_are_fine(string text) =>
        Verdict.Clean(SizeGuard.Offences(Planted(text), []));

    [Fact]
    public void A_planted_second_public_type_is_reported()
    {
        Verdict.Reports(SizeGuard.Offences(Planted("public class A;\npublic enum B { C }"), []), "bot/Turns/A.cs", "A, B");
        Verdict.Clean(SizeGuard.Offences(Planted("public class A { public class B; }\npublic class A<T>;\ninternal class C;"), []));
    }

    private static SourceTree Planted(string text) => SourceTree.Of(("bot/Turns/A.cs", text));

    private static string Lines(int count) => string.Concat(Enumerable.Repeat("\n", count));

    private static string Method(int lines) => $"class A {{\npublic void Run() {{{Lines(lines - 1)}}}\n}}";
}
