using ComplaintBot.Dialogs.Language.Cues;

namespace ComplaintBot.Dialogs.Language.Reading;

/// <summary>Whether going to the press, a lawyer, the police or an authority has been done or is only announced.</summary>
internal static class OutsideDone
{
    /// <summary>True when it has been done. What is said of the future, or under an "if", is announced; without either sign a bare statement counts as announced.</summary>
    public static bool Is(Message message, Hit hit)
    {
        var text = message.Cues.Text;
        var from = Breaks.ClauseStart(text, hit.Start);
        var to = Breaks.ClauseEnd(text, hit.End);
        var done = false;
        foreach (var other in message.Cues.All)
        {
            if (other.Start < from || other.End > to) continue;
            if (other.Cue == Cue.Completed) done |= !IsDemand(text, other);
            // "会来采访" and "已经会同律师" differ by what stands first.
            if (other.Cue is Cue.Future or Cue.Ultimatum && !done && other.Start < hit.End) return false;
        }
        return done;
    }

    // "给我好好想想了" and other particles at the very end finish nothing.
    private static bool IsDemand(string text, Hit hit) => hit.Length == 1 && text[hit.Start] == '了' && Breaks.IsEnd(text, hit.End, ofMessage: false) && text.AsSpan(0, hit.Start).Contains('要');
}
