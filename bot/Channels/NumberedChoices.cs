using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Turns;

namespace ComplaintBot.Channels;

/// <summary>Answers to choose from on a channel without buttons: written as numbers, and understood when a number comes back.</summary>
internal static partial class NumberedChoices
{
    private const int LongestAnswer = 12;
    private const int LooksBack = 30;
    private const string ChineseNumbers = "一二三四五六七八九十";

    /// <summary>The choices of a message that a customer can say; addresses to open are none.</summary>
    public static IReadOnlyList<CardAction> Of(Activity activity) => [.. (activity.SuggestedActions?.Actions ?? []).Where(action => action is { Title.Length: > 0 })];

    /// <summary>What choosing an action says.</summary>
    public static string ValueOf(CardAction action) => action.Value as string ?? action.Text ?? action.Title!;

    /// <summary>The lines that offer the choices; empty when there are none, or their labels are the numbers themselves.</summary>
    public static string Written(IReadOnlyList<CardAction> actions, string? language)
    {
        if (actions.Count == 0 || actions.Index().All(one => one.Item.Title == Number(one.Index))) return "";
        var lines = new StringBuilder();
        foreach (var (i, action) in actions.Index())
        {
            lines.Append(Number(i)).Append(". ").Append(action.Title);
            if (action.Type == ActionTypes.OpenUrl) lines.Append(' ').Append(action.Value);
            lines.Append('\n');
        }

        return lines.Append(ChannelTexts.For(language)["choose-number"]).ToString();
    }

    /// <summary>
    /// What an answer says once a number in it is taken for the choice it stands for; the answer itself when it stands for none. What a customer
    /// sees goes first: a label, then the number before it; what a choice says behind its label comes last.
    /// </summary>
    public static string Resolve(string text, IReadOnlyList<CardAction> actions)
    {
        var answer = text.Trim();
        foreach (var action in actions)
            if (string.Equals(answer, action.Title, StringComparison.OrdinalIgnoreCase)) return ValueOf(action);
        return Place(answer) is { } place && place <= actions.Count ? ValueOf(actions[place - 1]) : actions.Any(action => answer == ValueOf(action)) ? answer : text;
    }

    /// <summary>The same, for what was offered last in a conversation; what was offered is asked only for a short answer.</summary>
    /// <param name="store">Where the transcript is.</param>
    /// <param name="message">The conversation, and the answer.</param>
    /// <param name="clock">Our clock.</param>
    /// <param name="isNumbered">Whether choices were shown as numbers.</param>
    /// <param name="cancellationToken">Ends the waiting for the store.</param>
    public static async Task<string> ResolveAsync(IConversationStore store, (ConversationKey Key, string Text) message, TimeProvider clock, Func<IReadOnlyList<CardAction>, bool> isNumbered, CancellationToken cancellationToken)
    {
        var text = message.Text;
        if (text.Length > LongestAnswer || Place(text.Trim()) is null) return text;
        if (await store.LastSequenceAsync(message.Key, clock.GetUtcNow(), cancellationToken).ConfigureAwait(false) is not { } last) return text;
        var lines = await store.TranscriptAsync(message.Key, Math.Max(0, last - LooksBack), cancellationToken).ConfigureAwait(false);
        var said = lines.Reverse().TakeWhile(line => line.Outgoing).Select(line => line.Activity).FirstOrDefault(activity => Of(activity).Count > 0);
        return said is not null && Of(said) is var actions && isNumbered(actions) ? Resolve(text, actions) : text;
    }

    /// <summary>The number an answer consists of, or null.</summary>
    private static int? Place(string answer)
    {
        if (answer.Length > LongestAnswer || Pattern().Match(Halved(answer)) is not { Success: true } match) return null;
        var number = match.Groups[1].Value;
        var place = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) ? digits : ChineseNumbers.IndexOf(number, StringComparison.Ordinal) + 1;
        return place > 0 ? place : null;
    }

    /// <summary>With the wide and circled digits of Chinese keyboards made plain.</summary>
    private static string Halved(string text) => string.Concat(text.Select(c => c switch
    {
        >= '０' and <= '９' => (char)(c - '０' + '0'),
        >= '①' and <= '⑨' => (char)(c - '①' + '1'),
        _ => c,
    }));

    private static string Number(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?:第|选择?|option|no\.?|#|\()?\s*([0-9]{1,2}|[一二三四五六七八九十])\s*(?:个|项|号|条)?\s*[.。、)）]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
