using ComplaintBot.Dialogs.Complaint;
using ComplaintBot.Dialogs.Language;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Language;

namespace ComplaintBot.Turns;

/// <summary>What a turn thinks with: none of it has a state of its own but the shelf of playbooks.</summary>
/// <param name="Conversation">The bot.</param>
/// <param name="Analyzer">Understands messages.</param>
/// <param name="Shelf">The playbooks in use and those that running conversations began with.</param>
/// <param name="SecondReader">Reads messages outside of the process before their turn; null where nobody is asked.</param>
internal sealed record Brain(Conversation Conversation, ITextAnalyzer Analyzer, PlaybookShelf Shelf, ISecondReader? SecondReader = null);
