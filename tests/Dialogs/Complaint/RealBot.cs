using ComplaintBot.Dialogs.Complaint;
using ComplaintBot.Dialogs.Language;
using ComplaintBot.Dialogs.Language.Script;
using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Tests.Playbooks;

namespace ComplaintBot.Dialogs.Tests.Complaint;

/// <summary>The real bot with everything it is shipped with, made once: none of it has a state of its own.</summary>
internal static class RealBot
{
    public static SpeechBook Book { get; } = SpeechBook.Load(ChineseScript.ToTraditional);

    public static Conversation Conversation { get; } = new(Book);

    public static ITextAnalyzer Analyzer { get; } = new TextAnalyzer();

    public static PlaybookSet Playbooks { get; } = PlaybookReader.Read(ShippedPlaybookTests.Sources()).Playbooks
        ?? throw new InvalidOperationException("The shipped playbooks have mistakes; another test lists them.");
}
