using ComplaintBot.Dialogs.Complaint;
using ComplaintBot.Dialogs.Language;
using ComplaintBot.Dialogs.Playbooks;

namespace ComplaintBot.Turns;

/// <summary>Decides which playbook a conversation goes by. One that is settled stays, on the text it began with.</summary>
internal static class PlaybookChoice
{
    /// <summary>The confidence from which on a detected playbook is taken.</summary>
    private const double Sure = 0.5;

    private const string Fallback = "general";

    /// <summary>
    /// The playbooks a message of this conversation may be about. A settled one whose text is neither in use nor archived any more is
    /// followed by today's of the same name, and only when that is gone too by those of the site.
    /// </summary>
    /// <exception cref="InvalidOperationException">None of the site's playbooks is there any more.</exception>
    public static IReadOnlyList<Playbook> Candidates(PlaybookShelf shelf, ConversationState state, Site site)
    {
        var current = shelf.Current;
        if (state.Fingerprint is { } fingerprint && (shelf.ByFingerprint(fingerprint) ?? current.Find(state.Playbook ?? "")) is { } settled) return [settled];
        Playbook[] here = [.. site.Playbooks.Select(current.Find).OfType<Playbook>()];
        return here.Length > 0 ? here : throw new InvalidOperationException($"None of the playbooks {string.Join(", ", site.Playbooks)} is there any more. Known: {string.Join(", ", current.All.Select(playbook => playbook.Id))}.");
    }

    /// <summary>
    /// Settles the playbook when it is clear; until then the general one speaks. Once the customer has been heard out it is the one that
    /// spoke: what they complain of has its categories.
    /// </summary>
    public static Playbook Settle(ConversationState state, IReadOnlyList<Playbook> candidates, MessageAnalysis? analysis)
    {
        var fallback = candidates.FirstOrDefault(playbook => playbook.Id == Fallback) ?? candidates[0];
        var chosen = fallback;
        if (candidates.Count > 1 && !state.Vent.Over)
        {
            if (analysis is not { Playbook: { } id, Confidence: >= Sure } || candidates.FirstOrDefault(playbook => playbook.Id == id) is not { } detected) return fallback;
            chosen = detected;
        }

        (state.Playbook, state.Fingerprint) = (chosen.Id, chosen.Fingerprint);
        foreach (var head in state.Case.Heads)
            if (!chosen.Categories.ContainsKey(head.Category)) head.Category = Widest(chosen);
        return chosen;
    }

    private static string Widest(Playbook playbook) => playbook.Categories.ContainsKey("other") ? "other" : playbook.Categories.Keys.Last();
}
