using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Turns;

namespace ComplaintBot.Channels.BotFramework;

/// <summary>Where a conversation is held and between whom. All of it follows from the key and any line of the transcript, so it outlives the process.</summary>
/// <param name="Key">The conversation.</param>
/// <param name="Service">The address of the channel, as it came with a proven call.</param>
/// <param name="Line">A line with the parties as the channel names them.</param>
internal sealed record BotFrameworkPlace(ConversationKey Key, string Service, Activity Line)
{
    /// <summary>How its part of a key begins; the channel follows.</summary>
    public const string Account = "bot-";

    private const string Skill = "skill-";
    private const int LongestChannel = 40;
    private const int LongestConversation = 500;

    /// <summary>The key of a conversation; null when its names are not ones a channel gives. Those of another bot are kept apart from all others.</summary>
    public static ConversationKey? KeyOf(BotFrameworkCaller caller, Activity activity)
    {
        if (activity.ChannelId is not { Length: > 0 and <= LongestChannel } channel || !channel.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_')) return null;
        if (activity.Conversation?.Id is not { Length: > 0 and <= LongestConversation } conversation || conversation.Any(char.IsControl)) return null;
        return new(Account + caller.Kind switch { BotFrameworkCallerKind.Skill => Skill + caller.AppId, BotFrameworkCallerKind.Emulator => "emulator", _ => channel.ToLowerInvariant() }, conversation);
    }

    /// <summary>What a token for speaking here is for: channels take one for all of them, another bot one for itself.</summary>
    public string Scope(BotFrameworkSettings settings) => Key.Channel.StartsWith(Account + Skill, StringComparison.Ordinal) ? $"{Key.Channel[(Account.Length + Skill.Length)..]}/.default" : settings.Cloud.Scope;
}
