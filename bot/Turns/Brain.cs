using ComplaintBot.Dialogs.Complaint;
using ComplaintBot.Dialogs.Language;
using ComplaintBot.Dialogs.Playbooks;

namespace ComplaintBot.Turns;

/// <summary>What a turn thinks with: none of it has a state of its own but the shelf of playbooks.</summary>
/// <param name="Conversation">The bot.</param>
/// <param name="Analyzer">Understands messages.</param>
/// <param name="Shelf">The playbooks in use and those that running conversations began with.</param>
internal sealed record Brain(Conversation Conversation, ITextAnalyzer Analyzer, PlaybookShelf Shelf);
