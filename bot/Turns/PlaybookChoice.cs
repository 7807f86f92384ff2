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

    /// <summary>The playbooks a message of this conversation may be about.</summary>
    public static IReadOnlyList<Playbook> Candidates(PlaybookShelf shelf, ConversationState state, Site site)
    {
        if (state.Fingerprint is { } fingerprint && shelf.ByFingerprint(fingerprint) is { } settled) return [settled];
        return [.. site.Playbooks.Select(id => shelf.Current[id])];
    }

    /// <summary>Settles the playbook when it is clear; until then the general one speaks.</summary>
    public static Playbook Settle(ConversationState state, IReadOnlyList<Playbook> candidates, MessageAnalysis? analysis)
    {
        var detected = candidates.Count > 1 && analysis is { Playbook: { } id, Confidence: >= Sure } ? candidates.FirstOrDefault(playbook => playbook.Id == id) : null;
        var chosen = candidates.Count == 1 ? candidates[0] : detected;
        var fallback = candidates.FirstOrDefault(playbook => playbook.Id == Fallback) ?? candidates[0];
        if (chosen is null && !state.Vent.Over) return fallback;
        chosen ??= fallback;
        (state.Playbook, state.Fingerprint) = (chosen.Id, chosen.Fingerprint);
        return chosen;
    }
}
