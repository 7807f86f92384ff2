using ComplaintBot.Dialogs.Playbooks;

namespace ComplaintBot.Commands;

/// <summary>Which playbooks a command goes by.</summary>
internal static class Sites
{
    /// <summary>Those that were named, or all.</summary>
    /// <exception cref="CommandException">One is not there; the message lists what is.</exception>
    public static IReadOnlyList<string> Of(PlaybookShelf shelf, IReadOnlyList<string> named, ConsoleTexts texts)
    {
        foreach (var name in named)
            if (!shelf.Has(name)) throw new CommandException(texts["error-unknown-playbook", ("name", name), ("names", string.Join(", ", shelf.Current.All.Select(playbook => playbook.Id)))]);
        return named.Count > 0 ? named : [.. shelf.Current.All.Select(playbook => playbook.Id)];
    }
}
