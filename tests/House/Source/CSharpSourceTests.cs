namespace ComplaintBot.House.Source;

public sealed class CSharpSourceTests
{
    [Theory]
    [InlineData("a(); // gone", "a();")]
    [InlineData("a(); /* gone\n gone */ b();", "a(); b();")]
    [InlineData("a(\"gone // \\\" gone\"); b();", "a( ); b();")]
    [InlineData("a(@\"gone \"\" \\\"); b();", "a( ); b();")]
    [InlineData("a($\"gone {kept} {{gone}} {kept(\"gone\")}\");", "a( kept kept( ) );")]
    [InlineData("a($@\"gone\n{kept}\");", "a( kept );")]
    [InlineData("a(\"\"\"gone \"gone\" {gone}\"\"\"); b();", "a( ); b();")]
    [InlineData("a($$\"\"\"{gone} {{kept}} {{{kept}}} \"\"\"); b();", "a( kept kept ); b();")]
    [InlineData("a('\"', '\\''); b(@class);", "a( , ); b(@class);")]
    [InlineData("#pragma gone\na();", "a();")]
    public void Comments_and_literals_are_blanked_and_holes_are_kept(string text, string code)
    {
        var only = CSharpCode.Only(text);

        Assert.Equal(code, string.Join(' ', only.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal(text.Length, only.Length);
        Assert.Equal(text.Count(c => c == '\n'), only.Count(c => c == '\n'));
    }

    [Fact]
    public void An_outline_lists_the_outer_types_of_a_file()
    {
        var outline = CSharpOutline.Of("""
            using System.Text;
            using static Some.Place;
            using Short = Some.Long.Name;
            namespace A.B;
            [Flags] public enum Colour { Red = 1, Blue }
            public sealed record Point(int X, int Y);
            internal readonly record struct Pair<T>(T A, T B) where T : class { public class Inner; }
            public delegate Task<List<int>> Ask<T>(T question);
            public static class Tail { extension(string s) { public int Size => s.Length; } }
            """);

        Assert.Equal("A.B", outline.Namespace);
        Assert.Equal(["System.Text", "Some.Place", "Some.Long.Name"], outline.Usings);
        Assert.Equal(["Colour", "Point", "Pair", "Ask", "Tail"], outline.Types.Select(t => t.Name));
        Assert.Equal(["Pair"], outline.Types.Where(t => !t.IsPublic).Select(t => t.Name));
        Assert.Equal("Size", Assert.Single(outline.Members).Name);
    }

    [Fact]
    public void An_outline_measures_every_member_with_code()
    {
        var outline = CSharpOutline.Of("""
            namespace A;
            public class Host<T>(int first, Dictionary<string, (int, int)> second) : Base(first), IHost where T : new()
            {
                private readonly int[] table = [
                    1,
                    2];
                public Host() : this(1, new()) { }
                public int Size { get; } = 3;
                [Fact(Skip = "")]
                public async Task<List<int>> Run<TKey>(int a = 1, params int[] rest) where TKey : class
                {
                    if (a > 1)
                    {
                        Local();
                    }
                    void Local() { }
                }
                public (int, int) Both => (1,
                    2);
                public static bool operator ==(Host<T> a, Host<T> b) => true;
                private sealed class Inner { public void Deep(int x) { } }
            }
            """);

        Assert.Equal(
            ["Host 1 2", "Host 1 0", "Size 1 ", "Run 8 ", "Both 2 ", "operator 1 ", "Deep 1 "],
            outline.Members.Select(m => $"{m.Name} {m.LineCount} {m.ConstructorParameters}"));
    }

    [Fact]
    public void A_constructor_is_told_from_a_method_that_returns_its_own_type()
    {
        var outline = CSharpOutline.Of("class A { internal A(int a, int b) { } public static A Make(int a) => new(a, 0); }");

        Assert.Equal([("A", 2), ("Make", null)], outline.Members.Select(m => (m.Name, m.ConstructorParameters)));
    }

    [Fact]
    public void What_gitignore_names_is_not_part_of_the_tree()
    {
        var list = new IgnoreList(["bin/", "data/", "!tests/data/", "*.user", "# remark", ""]);

        Assert.True(list.Covers("bot/bin", isFolder: true));
        Assert.True(list.Covers("data", isFolder: true));
        Assert.False(list.Covers("tests/data", isFolder: true));
        Assert.True(list.Covers("bot/x.user", isFolder: false));
        Assert.False(list.Covers("bot/bin.cs", isFolder: false));
        Assert.Throws<NotSupportedException>(() => new IgnoreList(["a/**/b"]));
    }

    [Fact]
    public void The_repository_is_read_without_what_is_built()
    {
        Assert.True(Repository.Tree.Has("ComplaintBot.sln"));
        Assert.True(Repository.Tree.HasFolder("dialogs"));
        Assert.DoesNotContain(Repository.Tree.Files, f => f.Path.Contains("/obj/", StringComparison.Ordinal));
    }
}
