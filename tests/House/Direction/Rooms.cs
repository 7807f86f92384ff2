namespace ComplaintBot.House.Direction;

/// <summary>
/// Which room of the house may use which. A room is the first namespace below the product's root, and below
/// <c>Dialogs</c> the second; everything deeper belongs to it. A room may always use itself.
/// </summary>
internal static class Rooms
{
    public const string ProductRoot = "ComplaintBot";

    private static readonly string[] AllDialogs =
    [
        "Dialogs.Runtime", "Dialogs.Vocabulary", "Dialogs.Playbooks", "Dialogs.Cases", "Dialogs.Language", "Dialogs.Phrases", "Dialogs.Policy",
        "Dialogs.Complaint",
    ];

    private static readonly string[] AllBot = ["Settings", "Turns", "Channels", "Serving", "Cases", "Language", "Desk", "Playbooks", "Commands"];

    /// <summary>The plan of the house. A namespace that is no room here is an offence of its own.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Plan = new Dictionary<string, string[]>
    {
        ["Dialogs.Runtime"] = [],
        ["Dialogs.Vocabulary"] = [],
        ["Dialogs.Playbooks"] = ["Dialogs.Vocabulary"],
        ["Dialogs.Cases"] = ["Dialogs.Vocabulary", "Dialogs.Playbooks"],
        ["Dialogs.Language"] = ["Dialogs.Vocabulary", "Dialogs.Playbooks", "Dialogs.Cases"],
        ["Dialogs.Phrases"] = ["Dialogs.Vocabulary", "Dialogs.Playbooks", "Dialogs.Cases", "Dialogs.Language"],
        ["Dialogs.Policy"] = ["Dialogs.Vocabulary", "Dialogs.Playbooks", "Dialogs.Cases", "Dialogs.Language"],
        ["Dialogs.Complaint"] = AllDialogs,

        ["Settings"] = [],
        ["Cases"] = AllDialogs,
        ["Playbooks"] = ["Dialogs.Playbooks"],
        ["Language"] = ["Dialogs.Language", "Dialogs.Vocabulary", "Settings"],
        ["Turns"] = [.. AllDialogs, "Cases", "Language"],
        ["Channels"] = ["Dialogs.Runtime", "Settings", "Turns"],
        ["Serving"] = ["Settings", "Turns", "Channels", "Desk"],
        ["Desk"] = [.. AllDialogs, "Settings", "Cases", "Turns", "Channels"],
        ["Commands"] = [.. AllDialogs, .. AllBot],
    };

    /// <summary>
    /// The room of a namespace: <c>Dialogs.Policy</c> for <c>ComplaintBot.Dialogs.Policy.Remedies</c>; empty for the root
    /// itself; null for what is not ours.
    /// </summary>
    public static string? Of(string space, string root)
    {
        if (space == root)
            return "";
        if (!space.StartsWith(root + ".", StringComparison.Ordinal))
            return null;
        var parts = space[(root.Length + 1)..].Split('.');
        return parts[0] == "Dialogs" && parts.Length > 1 ? $"Dialogs.{parts[1]}" : parts[0];
    }
}
