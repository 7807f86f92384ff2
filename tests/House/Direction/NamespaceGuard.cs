using ComplaintBot.House.Source;

namespace ComplaintBot.House.Direction;

/// <summary>A namespace is the folder's name. Without that the rooms of the plan would not be the folders one sees.</summary>
internal static class NamespaceGuard
{
    public static List<string> Offences(SourceTree tree) =>
        [.. from file in tree.Under("bot", "dialogs")
            where file.Is(".cs") && file.Outline.Types.Count > 0
            let expected = Expected(file.Folder)
            where file.Outline.Namespace != expected
            select $"{file.Path} has the namespace {file.Outline.Namespace ?? "(none)"} instead of {expected}."];

    private static string Expected(string folder)
    {
        var parts = folder.Split('/');
        IEnumerable<string> names = parts[0] == "dialogs" ? ["Dialogs", .. parts[1..]] : parts[1..];
        return string.Join('.', names.Prepend(Rooms.ProductRoot));
    }
}
