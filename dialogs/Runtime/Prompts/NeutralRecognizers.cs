using System.Globalization;
using ComplaintBot.Dialogs.Runtime.Activities;

namespace ComplaintBot.Dialogs.Runtime.Prompts;

/// <summary>The recognizers that need no language: prompts use them unless given better ones.</summary>
public static class NeutralRecognizers
{
    private static readonly string[] WithoutOffset = ["yyyy-M-d", "yyyy-M-dTHH:mm", "yyyy-M-dTHH:mm:ss", "yyyy-M-d HH:mm", "yyyy-M-d HH:mm:ss"];
    private static readonly string[] WithOffset = ["yyyy-M-dTHH:mmK", "yyyy-M-dTHH:mm:ssK", "yyyy-M-dTHH:mm:ss.fffK"];

    /// <summary>The message's text, trimmed; none when there is nothing in it.</summary>
    /// <param name="context">The turn.</param>
    public static PromptRecognizerResult<string> Text(TurnContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return string.IsNullOrWhiteSpace(context.Activity.Text)
            ? default
            : PromptRecognizerResult.Found(context.Activity.Text.Trim());
    }

    /// <summary>
    /// The only number in the text, in digits of half or full width, with a point for decimals. None when there are two, or when a
    /// comma stands between digits, which means thousands to some and decimals to others.
    /// </summary>
    /// <param name="context">The turn.</param>
    public static PromptRecognizerResult<decimal> Number(TurnContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        string text = Halfwidth(context.Activity.Text);
        PromptRecognizerResult<decimal> found = default;
        int at = 0;
        while (at < text.Length)
        {
            if (!char.IsAsciiDigit(text[at]))
            {
                at++;
                continue;
            }

            int start = at;
            while (at < text.Length && (char.IsAsciiDigit(text[at]) || IsInside(text, at)))
            {
                at++;
            }

            bool isNegative = start > 0 && text[start - 1] == '-' && (start == 1 || char.IsWhiteSpace(text[start - 2]));
            if (found.Succeeded || !decimal.TryParse(text.AsSpan(start, at - start), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value))
            {
                return default;
            }

            found = PromptRecognizerResult.Found(isNegative ? -value : value);
        }

        return found;

        static bool IsInside(string text, int at) =>
            text[at] is '.' or ',' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]);
    }

    /// <summary>
    /// A day such as 2026-11-19, or a time such as 2026-11-19T16:00 with or without seconds and offset; nothing else may be in the
    /// text. Without an offset that of <see cref="TurnContext.Now"/> is meant.
    /// </summary>
    /// <param name="context">The turn.</param>
    public static PromptRecognizerResult<DateTimeOffset> IsoDate(TurnContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        string text = Halfwidth(context.Activity.Text).Trim();
        if (DateTime.TryParseExact(text, WithoutOffset, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return PromptRecognizerResult.Found(new DateTimeOffset(local, context.Now.Offset));
        }

        return DateTimeOffset.TryParseExact(text, WithOffset, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? PromptRecognizerResult.Found(time)
            : default;
    }

    /// <summary>The message's attachments; none when there are none.</summary>
    /// <param name="context">The turn.</param>
    public static PromptRecognizerResult<IReadOnlyList<Attachment>> Attachments(TurnContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Activity.Attachments is { Count: > 0 } attachments
            ? PromptRecognizerResult.Found(attachments)
            : default;
    }

    /// <summary>The text with full-width digits and signs, as Chinese keyboards write them, made half-width.</summary>
    internal static string Halfwidth(string? text) => text is null
        ? string.Empty
        : string.Create(text.Length, text, static (target, source) =>
        {
            for (int i = 0; i < source.Length; i++)
            {
                target[i] = ChoiceText.Halfwidth(source[i]);
            }
        });
}
