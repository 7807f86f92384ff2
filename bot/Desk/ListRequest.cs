using System.Globalization;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Turns;
using Microsoft.AspNetCore.Http;

namespace ComplaintBot.Desk;

/// <summary>Which page of which list is asked for.</summary>
/// <param name="View"><c>queue</c>, <c>mine</c> or <c>all</c>.</param>
/// <param name="Filter">Which chats of it.</param>
/// <param name="After">Where the page before ended; null for the first.</param>
/// <param name="Most">How many.</param>
internal sealed record ListRequest(string View, ChatFilter Filter, ChatMark? After, int Most)
{
    private const int Usual = 50;
    private const int LongestName = 500;
    private const int LeastPriority = 3;
    private const int MostAnger = 4;

    /// <summary>Reads a request.</summary>
    /// <param name="query">What stands in the address.</param>
    /// <param name="wrong">What of it can't be read; null when all can.</param>
    public static ListRequest Read(IQueryCollection query, out string? wrong)
    {
        string? mistake = null;
        var filter = new ChatFilter
        {
            Priority = Value("priority", text => Number(text, LeastPriority)),
            Anger = Value("anger", text => Number(text, MostAnger)),
            Language = Value("language", text => TongueTags.TryParse(text, out var tongue) ? tongue : (Tongue?)null),
            Owner = Value("owner", text => Identifiers.TryParse<Owner>(text, out var owner) ? owner : (Owner?)null),
            Channel = Named("channel", LongestName),
            Playbook = Named("playbook", LongestName),
            Text = Named("text", ChatFilter.LongestText)?.Trim().ToLowerInvariant() is { Length: > 0 } wanted ? wanted : null,
        };
        var most = Value("limit", text => Number(text, int.MaxValue) is > 0 and var number ? Math.Min(number, DeskReader.MostChats) : (int?)null) ?? Usual;
        var before = Value("before", text => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : (DateTimeOffset?)null);
        var last = Named("after", 2 * LongestName) is { } key && key.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? new ConversationKey(key[..slash], key[(slash + 1)..]) : (ConversationKey?)null;
        wrong = mistake;
        return new(query["view"].ToString(), filter, before is { } time ? new(time, last) : null, most);

        T? Value<T>(string name, Func<string, T?> read) where T : struct
        {
            if (query[name].ToString() is not { Length: > 0 } text) return null;
            var value = read(text);
            if (value is null) mistake ??= name;
            return value;
        }

        string? Named(string name, int longest)
        {
            if (query[name].ToString() is not { Length: > 0 } text) return null;
            if (text.Length > longest) mistake ??= name;
            return text;
        }
    }

    private static int? Number(string text, int most) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number : null;
}
