using System.Text.Json;

namespace ComplaintBot.Channels.Telegram;

/// <summary>Something that happened on Telegram, as far as it concerns us.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Message">A message that was written or edited; null for anything else.</param>
/// <param name="IsEdited">Whether the message was changed after it was sent.</param>
/// <param name="Press">A button that was pressed; null for anything else.</param>
internal sealed record TelegramUpdate(long Id, TelegramMessage? Message, bool IsEdited, TelegramPress? Press);

/// <summary>A message on Telegram.</summary>
/// <param name="Id">Its number in the chat.</param>
/// <param name="Chat">Where it was written.</param>
/// <param name="IsPrivate">Whether bot and customer are alone there.</param>
/// <param name="From">Who wrote it; null for channels and anonymous writers.</param>
/// <param name="Text">Its words: text, caption, place or telephone number.</param>
/// <param name="Files">What can be fetched with it.</param>
/// <param name="Json">All of it.</param>
internal sealed record TelegramMessage(long Id, long Chat, bool IsPrivate, TelegramUser? From, string Text, IReadOnlyList<TelegramFile> Files, JsonElement Json)
{
    /// <summary>The command a message begins with, in lower case without its slash and the bot's name, and what follows it; null for none.</summary>
    public (string Name, string Argument)? Command
    {
        get
        {
            if (Text is not ['/', var first, ..] || !char.IsAsciiLetter(first)) return null;
            var end = Text.AsSpan().IndexOfAny(' ', '\n');
            var name = end < 0 ? Text[1..] : Text[1..end];
            var at = name.IndexOf('@', StringComparison.Ordinal);
            return ((at < 0 ? name : name[..at]).ToLowerInvariant(), end < 0 ? "" : Text[end..].Trim());
        }
    }
}

/// <summary>Somebody on Telegram.</summary>
internal sealed record TelegramUser(long Id, string? Name, string? Language, bool IsBot);

/// <summary>A file on Telegram.</summary>
/// <param name="Id">What it is given out for.</param>
/// <param name="Name">Its name, or a word for its kind.</param>
/// <param name="Type">The media type its sender names.</param>
/// <param name="Size">Its bytes, as far as known.</param>
internal sealed record TelegramFile(string Id, string? Name, string Type, long? Size);

/// <summary>A press on a button of ours.</summary>
/// <param name="Query">What has to be answered, or the button spins.</param>
/// <param name="From">Who pressed it.</param>
/// <param name="Message">The message the button is at; its number and chat. Null for messages too old.</param>
/// <param name="Data">What we gave the button.</param>
internal sealed record TelegramPress(string Query, TelegramUser From, (long Id, long Chat, bool IsPrivate)? Message, string Data);
