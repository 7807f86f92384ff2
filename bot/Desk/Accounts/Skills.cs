using ComplaintBot.Dialogs.Playbooks;

namespace ComplaintBot.Desk.Accounts;

/// <summary>Checks what people and teams are said to be able to do.</summary>
internal static class Skills
{
    /// <summary>Why languages or playbooks can't be taken; null when they can.</summary>
    public static AccountProblem? Problem(string[]? languages, string[]? playbooks, PlaybookShelf shelf)
    {
        if (Stranger(languages ?? [], tag => tag is "zh-Hans" or "zh-Hant" or "en") is { } language) return AccountProblem.Bad("language", language);
        return Stranger(playbooks ?? [], shelf.Has) is { } playbook ? AccountProblem.Bad("playbook", playbook) : null;
    }

    /// <summary>The first that is not known, or null.</summary>
    public static string? Stranger(string?[] names, Func<string, bool> isKnown)
    {
        foreach (var name in names)
            if (name is null || !isKnown(name)) return name ?? "null";
        return null;
    }
}
