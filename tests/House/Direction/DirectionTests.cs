using ComplaintBot.House.Direction.Planted.Dialogs.Runtime;
using ComplaintBot.House.Source;
using Mono.Cecil;

namespace ComplaintBot.House.Direction;

public sealed class DirectionTests : IDisposable
{
    private const string PlantedRoot = "ComplaintBot.House.Direction.Planted";

    private readonly ModuleDefinition dialogs = Compiled("ComplaintBot.Dialogs.dll");
    private readonly ModuleDefinition bot = Compiled("ComplaintBot.dll");
    private readonly ModuleDefinition house = Compiled("ComplaintBot.House.Tests.dll");

    public void Dispose()
    {
        dialogs.Dispose();
        bot.Dispose();
        house.Dispose();
    }

    [Fact]
    public void Rooms_of_dialogs_use_only_what_the_plan_allows() =>
        Verdict.Clean(RoomGuard.Offences(dialogs, Rooms.ProductRoot, Rooms.ProductRoot + ".Dialogs"));

    [Fact]
    public void Rooms_of_the_bot_use_only_what_the_plan_allows() =>
        Verdict.Clean(RoomGuard.Offences(bot, Rooms.ProductRoot, Rooms.ProductRoot));

    [Fact]
    public void Using_directives_keep_to_the_plan() => Verdict.Clean(RoomGuard.Offences(Repository.Tree, Rooms.ProductRoot));

    [Fact]
    public void The_outline_of_the_source_knows_the_same_types_as_the_compiler()
    {
        var outlined = from file in Repository.Tree.Under("bot", "dialogs")
                       where file.Is(".cs")
                       from type in file.Outline.Types
                       select (Name: $"{file.Outline.Namespace}.{type.Name}", type.IsPublic);
        var compiled = from type in dialogs.Types.Concat(bot.Types)
                       where Rooms.Of(type.Namespace, Rooms.ProductRoot) is not null
                       select (Name: type.FullName.Split('`')[0], type.IsPublic);

        Assert.Equal(compiled.Distinct().Order(), outlined.Distinct().Order());
    }

    [Fact]
    public void Namespaces_are_folders() => Verdict.Clean(NamespaceGuard.Offences(Repository.Tree));

    [Fact]
    public void The_dialogs_have_no_network_disk_clock_or_database_of_their_own()
    {
        var project = Repository.Tree.Find("dialogs/ComplaintBot.Dialogs.csproj");

        Verdict.Clean(PurityGuard.Offences(dialogs));
        Verdict.Clean(PurityGuard.Offences(project!));
    }

    [Theory]
    [InlineData(typeof(LeakByBase))]
    [InlineData(typeof(LeakByField))]
    [InlineData(typeof(LeakByParameter))]
    [InlineData(typeof(LeakByConstraint<>))]
    [InlineData(typeof(LeakByMark))]
    [InlineData(typeof(LeakByBody))]
    [InlineData(typeof(LeakByLambda))]
    [InlineData(typeof(LeakByAsync))]
    [InlineData(typeof(LeakByIterator))]
    [InlineData(typeof(LeakByTypeof))]
    [InlineData(typeof(LeakByGenericCall))]
    [InlineData(typeof(LeakByCatch))]
    [InlineData(typeof(LeakByNested))]
    [InlineData(typeof(LeakByGenerated))]
    public void A_planted_use_of_a_forbidden_room_is_reported(Type leak) =>
        Assert.Contains(PlantedOffences(), o => o.StartsWith($"{leak.FullName} uses {PlantedRoot}.Dialogs.Phrases.", StringComparison.Ordinal));

    [Fact]
    public void A_planted_channel_that_skips_the_turn_is_reported() =>
        Verdict.Reports([.. PlantedOffences().Where(o => o.Contains(".Channels.", StringComparison.Ordinal))], "Shortcut", "WantedException", "Turns");

    [Fact]
    public void A_planted_room_that_is_not_in_the_plan_is_reported() =>
        Verdict.Reports([.. PlantedOffences().Where(o => o.Contains("Attic", StringComparison.Ordinal))], "Forgotten", "no room");

    [Fact]
    public void A_type_that_uses_only_its_own_room_is_not_reported() =>
        Assert.DoesNotContain(PlantedOffences(), o => o.StartsWith(typeof(Clean).FullName!, StringComparison.Ordinal));

    [Fact]
    public void Planted_dialogs_that_name_the_bot_are_reported() =>
        Assert.Contains(
            RoomGuard.Offences(house, PlantedRoot, PlantedRoot + ".Dialogs"),
            o => o.Contains("Shortcut lies outside", StringComparison.Ordinal));

    [Fact]
    public void A_planted_using_directive_is_reported()
    {
        var tree = SourceTree.Of(
            ("dialogs/Runtime/A.cs", "using ComplaintBot.Turns;\nnamespace ComplaintBot.Dialogs.Runtime;\npublic class A;"),
            ("dialogs/Complaint/B.cs", "using ComplaintBot.Dialogs.Runtime;\nnamespace ComplaintBot.Dialogs.Complaint;\npublic class B;"));

        Verdict.Reports(RoomGuard.Offences(tree, Rooms.ProductRoot), "dialogs/Runtime/A.cs", "ComplaintBot.Turns");
    }

    [Fact]
    public void A_planted_namespace_that_is_not_its_folder_is_reported()
    {
        var tree = SourceTree.Of(
            ("dialogs/Policy/Fair.cs", "namespace ComplaintBot.Dialogs.Policy; class Fair;"),
            ("bot/Turns/Inbox/A.cs", "namespace ComplaintBot.Turns.Inbox; class A;"),
            ("bot/Program.cs", "return 0;"),
            ("dialogs/Policy/Sly.cs", "namespace ComplaintBot.Dialogs.Complaint; class Sly;"));

        Verdict.Reports(NamespaceGuard.Offences(tree), "dialogs/Policy/Sly.cs", "ComplaintBot.Dialogs.Complaint");
    }

    [Theory]
    [InlineData("references Mono.Cecil.")]
    [InlineData("uses System.IO.File.")]
    [InlineData("uses System.Diagnostics.Process.")]
    public void An_assembly_that_reaches_into_the_world_is_reported(string offence) =>
        Assert.Contains(PurityGuard.Offences(house), o => o.EndsWith(offence, StringComparison.Ordinal));

    [Theory]
    [InlineData("<Project Sdk='Microsoft.NET.Sdk'><ItemGroup><PackageReference Include='Npgsql' /></ItemGroup></Project>", "Npgsql")]
    [InlineData("<Project Sdk='Microsoft.NET.Sdk'><ItemGroup><ProjectReference Include='../bot/B.csproj' /></ItemGroup></Project>", "B.csproj")]
    [InlineData("<Project Sdk='Microsoft.NET.Sdk'><ItemGroup><FrameworkReference Include='Microsoft.AspNetCore.App' /></ItemGroup></Project>", "AspNetCore")]
    [InlineData("<Project Sdk='Microsoft.NET.Sdk.Web' />", "Sdk.Web")]
    public void A_project_file_that_reaches_into_the_world_is_reported(string xml, string named) =>
        Verdict.Reports(PurityGuard.Offences(new SourceFile("dialogs/D.csproj", xml)), named);

    private static ModuleDefinition Compiled(string file) => ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, file));

    private List<string> PlantedOffences() =>
        [.. RoomGuard.Offences(house, PlantedRoot, PlantedRoot).Where(o => o.StartsWith(PlantedRoot + ".", StringComparison.Ordinal))];
}
