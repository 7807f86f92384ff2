using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>Reads whether the customer is on the premises at this moment: then somebody can come over at once.</summary>
internal static class OnSiteReader
{
    /// <summary>Adds <c>yes</c> or <c>no</c> where the message says so.</summary>
    public static void Read(FactReading reading)
    {
        var whole = new Span(0, reading.Text.Length);
        if (reading.Has(FactNames.NowOnSite)) return;
        if (reading.FindCue(CueKind.LeftSite, whole) is { } left) reading.Add(FactNames.NowOnSite, left, "no");
        else if (reading.FindCue(CueKind.OnSite, whole) is { } there) reading.Add(FactNames.NowOnSite, there, "yes");
    }
}
