using ComplaintBot.Dialogs.Complaint;
using ComplaintBot.Dialogs.Language.Script;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Runtime.Prompts;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Turns;

/// <summary>Decides which playbook a conversation goes by. One that is settled stays, on the text it began with.</summary>
internal static class PlaybookChoice
{
    /// <summary>
    /// The confidence from which on a detected playbook is taken without asking: of labelled messages that sure, 95 in 100 were right.
    /// High, because a wrong playbook costs the customer more than one question.
    /// </summary>
    private const double Sure = 0.9;

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

    /// <summary>Settles the playbook when it is clear or was confirmed; until then the general one speaks and the best guess is kept in the state.</summary>
    public static Playbook Settle(ConversationState state, IReadOnlyList<Playbook> candidates, Understanding understood)
    {
        var fallback = Find(candidates, Fallback) ?? candidates[0];
        if (candidates.Count == 1) return Take(state, candidates[0]);
        if (state.Question == OpenQuestion.Business && understood.Message is { } answer)
            return Take(state, Named(candidates, answer.Text) ?? (answer.Has(Intent.Deny) ? fallback : Find(candidates, state.Guess) ?? fallback));

        var whole = understood.Statement ?? understood.Message;
        var detected = whole is { Heads.Count: > 0 } ? Find(candidates, whole.Playbook) : null;
        if (detected is not null && whole!.PlaybookConfidence >= Sure) return Take(state, detected);
        if (state.Vent.Over) return Take(state, fallback);
        state.Guess = detected is null || detected == fallback ? state.Guess : detected.Id;
        return fallback;
    }

    /// <summary>What the kinds of business are called, the guessed one first; empty when nothing is to be asked.</summary>
    public static IReadOnlyList<LocalizedText> Businesses(ConversationState state, IReadOnlyList<Playbook> candidates) =>
        Find(candidates, state.Guess) is { } guess ? [guess.Name, .. candidates.Where(playbook => playbook != guess).Select(playbook => playbook.Name)] : [];

    private static Playbook? Named(IReadOnlyList<Playbook> candidates, string answer)
    {
        Choice[] choices = [.. candidates.Select(playbook => new Choice(playbook.Id) { Label = playbook.Name.Zh, Synonyms = [playbook.Name.En] })];
        return ChoiceRecognizer.Recognize(ChineseScript.ToSimplified(answer), choices) is { } found && answer.Length > 1 ? candidates[found.Index] : null;
    }

    private static Playbook Take(ConversationState state, Playbook playbook)
    {
        (state.Playbook, state.Fingerprint, state.Guess) = (playbook.Id, playbook.Fingerprint, null);
        foreach (var head in state.Case.Heads)
            if (!playbook.Categories.ContainsKey(head.Category)) head.Category = Widest(playbook);
        return playbook;
    }

    private static Playbook? Find(IReadOnlyList<Playbook> candidates, string? id)
    {
        foreach (var playbook in candidates)
            if (playbook.Id == id) return playbook;
        return null;
    }

    private static string Widest(Playbook playbook) => playbook.Categories.ContainsKey("other") ? "other" : playbook.Categories.Keys.Last();
}
