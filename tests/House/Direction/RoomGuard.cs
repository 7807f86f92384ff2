using ComplaintBot.House.Source;
using Mono.Cecil;

namespace ComplaintBot.House.Direction;

/// <summary>Uses between rooms that the plan of the house does not have.</summary>
internal static class RoomGuard
{
    private static readonly string[] GeneratedMarks =
        ["CompilerGeneratedAttribute", "GeneratedCodeAttribute", "EmbeddedAttribute"];

    /// <summary>
    /// Offences in compiled code, one line for each pair of types. The class of the entry point is left out: it composes
    /// the rooms and may use all of them.
    /// </summary>
    /// <param name="module">The compiled assembly.</param>
    /// <param name="root">The namespace above all rooms.</param>
    /// <param name="space">Only types at or below this namespace are looked at, and all must lie in it.</param>
    public static List<string> Offences(ModuleDefinition module, string root, string space)
    {
        var offences = new List<string>();
        foreach (var type in module.Types.Where(t => t != module.EntryPoint?.DeclaringType))
        {
            var room = Rooms.Of(type.Namespace, root);
            if (room is null && IsGenerated(type))
                continue;
            if (room is null || !(type.Namespace + ".").StartsWith(space + ".", StringComparison.Ordinal))
                offences.Add($"{type.FullName} lies outside of {space}.");
            else if (!Rooms.Plan.TryGetValue(room, out var allowed))
                offences.Add($"{type.FullName} lies in no room of the plan.");
            else
                offences.AddRange(Strangers(type, room, allowed, root));
        }

        return offences;
    }

    /// <summary>Offences in the using directives of C# files, which also show where only a constant is used.</summary>
    public static List<string> Offences(SourceTree tree, string root) =>
        [.. from file in tree.Under("bot", "dialogs")
            where file.Is(".cs")
            let room = Rooms.Of(file.Outline.Namespace ?? "", root)
            where room is not null && Rooms.Plan.ContainsKey(room)
            from used in file.Outline.Usings
            let other = Rooms.Of(used, root)
            where other is not null && other != room && !Rooms.Plan[room].Contains(other)
            select $"{file.Path} opens {used}: {Sentence(room)}"];

    private static IEnumerable<string> Strangers(TypeDefinition type, string room, string[] allowed, string root) =>
        from used in UsedTypes.Of(type)
        let other = Rooms.Of(UsedTypes.SpaceOf(used), root)
        where other is not null && other != room && !allowed.Contains(other)
        select $"{type.FullName} uses {used.FullName}: {Sentence(room)}";

    private static string Sentence(string room) =>
        Rooms.Plan[room] is { Length: > 0 } allowed
            ? $"{room} may use only {string.Join(", ", allowed)}."
            : $"{room} may use no other room.";

    /// <summary>
    /// Helpers that compilers put beside our code. Inside our rooms the same marks also stand on classes that are ours and
    /// only completed by a generator, so there they excuse nothing.
    /// </summary>
    private static bool IsGenerated(TypeDefinition type) =>
        type.CustomAttributes.Any(a => GeneratedMarks.Contains(a.AttributeType.Name)) || type.Name.StartsWith('<');
}
