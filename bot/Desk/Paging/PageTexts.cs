using System.Text.RegularExpressions;
using ComplaintBot.Channels;

namespace ComplaintBot.Desk.Paging;

/// <summary>What pages say.</summary>
internal static partial class PageTexts
{
    private static readonly RoomTexts Room = new("Desk.Paging");

    /// <summary>The texts of a language, or for an <c>Accept-Language</c> header.</summary>
    public static Texts For(string? accepted) => Room.For(accepted);

    /// <summary>Fills the names in braces in one pass, so that braces in a customer's words stay what they are.</summary>
    /// <param name="template">The text; a name nobody knows stays as it is.</param>
    /// <param name="values">What to fill in.</param>
    /// <param name="write">How the place wants it written.</param>
    public static string Fill(string template, IReadOnlyDictionary<string, string> values, Func<string, string> write) =>
        Placeholder().Replace(template, match => values.TryGetValue(match.Groups[1].Value, out var value) ? write(value) : match.Value);

    [GeneratedRegex("""\{([a-z]{1,20})\}""")]
    private static partial Regex Placeholder();
}
