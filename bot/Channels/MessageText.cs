using ComplaintBot.Dialogs.Runtime.Activities;

namespace ComplaintBot.Channels;

/// <summary>What a message says, in parts a channel takes, each as runs of one style: the one place where text is made fit for a channel.</summary>
internal static class MessageText
{
    /// <summary>The parts of a message.</summary>
    /// <param name="activity">The message.</param>
    /// <param name="limit">How long a part may be as a reader sees it, and what that is counted in.</param>
    /// <param name="numbered">Answers to choose from that are written below as numbers, because the channel has no buttons for them; empty for none.</param>
    /// <param name="links">Whether the channel can put an address behind words; else it is written after them.</param>
    public static IReadOnlyList<IReadOnlyList<TextRun>> Parts(Activity activity, (int Most, TextUnit Unit) limit, IReadOnlyList<CardAction> numbered, bool links)
    {
        var runs = new List<TextRun>(MarkdownReader.Read(activity.Text ?? "", activity.TextFormat));
        if (!links) runs = [.. runs.Select(Written)];
        if (NumberedChoices.Written(numbered, activity.Locale) is { Length: > 0 } choices) runs.Add(new(runs.Count == 0 ? choices : $"\n\n{choices}"));
        var whole = string.Concat(runs.Select(run => run.Text));
        return [.. TextSplitter.Split(whole, limit.Most, limit.Unit).Select(part => Cut(runs, part.Start.Value, part.End.Value))];
    }

    /// <summary>The characters of some runs.</summary>
    public static string Plain(IReadOnlyList<TextRun> runs) => string.Concat(runs.Select(run => run.Text));

    private static TextRun Written(TextRun run) => run.Url is { } url && url != run.Text ? new($"{run.Text} {url} ") : new(run.Text);

    private static List<TextRun> Cut(List<TextRun> runs, int start, int end)
    {
        var (cut, at) = (new List<TextRun>(), 0);
        foreach (var run in runs)
        {
            var (from, to) = (Math.Max(start - at, 0), Math.Min(end - at, run.Text.Length));
            if (from < to) cut.Add(run with { Text = run.Text[from..to] });
            at += run.Text.Length;
        }

        return cut;
    }
}
