using System.Globalization;
using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint;

/// <summary>Says the one tactic of a turn; <see cref="Policy.TacticPolicy"/> has chosen it.</summary>
internal static class Tactics
{
    /// <summary>The least number of characters in a row that make a repetition.</summary>
    private const int Repetition = 4;

    /// <summary>Uses a tactic and waits for what the customer says to it.</summary>
    public static void Use(ComplaintTurn turn, Tactic tactic)
    {
        Note(turn, tactic);
        var said = tactic switch
        {
            Tactic.Mirror => turn.Ask(Situation.Mirror, Expects.Vent, new PhraseArgument("what", Summaries.What(turn))),
            Tactic.WhenQuestion => turn.Ask(Situation.WhenQuestion, Expects.Vent),
            Tactic.TopicShift => turn.Ask(Situation.TopicShift, Expects.Vent, new PhraseArgument("detail", Summaries.Topic(turn))),
            Tactic.LetPass => turn.Ask(Situation.LetPass, Expects.Vent),
            Tactic.Admission => turn.Ask(Situation.Admission, Expects.Vent, new PhraseArgument("what", Summaries.Topic(turn))),
            _ => turn.Ask(Situation.Heard, Expects.Vent),
        };
        if (!said) turn.Ask(Situation.Heard, Expects.Vent);
    }

    /// <summary>Notes a tactic and the anger it met: what helps is learned from it, and no tactic follows itself.</summary>
    public static void Note(ComplaintTurn turn, Tactic tactic)
    {
        turn.Record(CaseEventKind.TacticUsed, "bot", ("tactic", tactic.Id()), ("anger", turn.Case.CurrentAnger.ToString(CultureInfo.InvariantCulture)));
        turn.Case.Tally.LastTactic = tactic;
    }

    /// <summary>Whether the customer says again what they said before: it shows that they feel unheard.</summary>
    public static bool Repeats(ComplaintTurn turn)
    {
        var text = turn.Analysis.Text.AsSpan().Trim();
        var words = turn.State.Vent.Words.AsSpan();
        var before = words.Length > text.Length ? words[..^text.Length] : default;
        for (var i = 0; i + Repetition <= text.Length; i++)
        {
            var piece = text.Slice(i, Repetition);
            if (HasLetters(piece) && before.Contains(piece, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    private static bool HasLetters(ReadOnlySpan<char> piece)
    {
        foreach (var c in piece)
            if (c < '\u2E80' || char.IsPunctuation(c)) return false;
        return true;
    }
}
