using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Turns;

/// <summary>Which chats of a list are wanted. What is null leaves none out.</summary>
internal sealed record ChatFilter
{
    /// <summary>Characters of a text that is looked for.</summary>
    public const int LongestText = 100;

    /// <summary>All chats.</summary>
    public static ChatFilter None { get; } = new();

    /// <summary>Only this priority.</summary>
    public int? Priority { get; init; }

    /// <summary>Only where the last message was at least this angry.</summary>
    public int? Anger { get; init; }

    /// <summary>Only this channel.</summary>
    public string? Channel { get; init; }

    /// <summary>Only this language.</summary>
    public Tongue? Language { get; init; }

    /// <summary>Only this playbook.</summary>
    public string? Playbook { get; init; }

    /// <summary>Only where this one speaks.</summary>
    public Owner? Owner { get; init; }

    /// <summary>Only where this stands somewhere in the row, in small letters.</summary>
    public string? Text { get; init; }

    /// <summary>What is looked for in a row besides its last line, in small letters: its number, its matter, who has it, and why it was handed over.</summary>
    public static string WordsOf(ChatSummary chat) =>
        string.Join(' ', new[] { chat.CaseNumber, chat.CategoryName?.Zh, chat.CategoryName?.En, chat.Agent?.Name, chat.TriggerWords }.OfType<string>()).ToLowerInvariant();

    /// <summary>Whether a row is wanted. It is asked of the row as it is shown: nobody can find out by looking for it what is hidden from them.</summary>
    public bool Fits(ChatSummary chat) =>
        (Priority is not { } priority || chat.Priority == priority)
        && (Anger is not { } anger || chat.Anger >= anger)
        && (Channel is not { } channel || chat.Channel == channel)
        && (Language is not { } language || chat.Language == language)
        && (Playbook is not { } playbook || chat.Playbook == playbook)
        && (Owner is not { } owner || chat.Owner == owner)
        && (Text is not { } text || WordsOf(chat).Contains(text, StringComparison.Ordinal) || chat.LastLine?.Text.Contains(text, StringComparison.OrdinalIgnoreCase) == true);
}
