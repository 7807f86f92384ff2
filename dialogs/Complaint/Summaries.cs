using System.Globalization;
using System.Text;
using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint;

/// <summary>Says the matter back: in the customer's own words, never insults or gore, and with its facts.</summary>
internal static class Summaries
{
    private const int LongestQuoteZh = 42;
    private const int LongestQuoteEn = 140;

    private static readonly string[] Greetings = ["您好", "你好", "喂", "在吗", "hello", "hi there", "hi", "hey"];

    /// <summary>What the read-back names besides the grievance, in this order, before the category's own facts.</summary>
    private static readonly string[] First = [FactNames.HappenedAt, FactNames.SinceWhen, FactNames.Place];

    private static readonly string[] Last = [FactNames.Charged, FactNames.Expected, FactNames.Amount, FactNames.OrderNumber, FactNames.PeopleAffected, FactNames.EarlierContact, FactNames.Wants];

    /// <summary>The heart of the matter, short enough to be said back: the customer's own words, or what the matter is called where these don't bear repeating.</summary>
    public static string What(ComplaintTurn turn)
    {
        if (turn.Case.Head is not { } head) return Quote(turn, turn.Analysis.Text) ?? "";
        return Quote(turn, head.Words) ?? turn.Playbook.CategoryOf(head.Category).Name.In(turn.Tongue);
    }

    /// <summary>Any words of the customer, short enough and fit to be said back; else what the matter is called.</summary>
    public static string SaidBack(ComplaintTurn turn, string words) => Quote(turn, words) ?? Topic(turn);

    /// <summary>The noun phrase for the matter: "about …".</summary>
    public static string Topic(ComplaintTurn turn) => turn.Case.Head is { } head
        ? turn.Playbook.CategoryOf(head.Category).Name.In(turn.Tongue)
        : turn.Playbook.Name.In(turn.Tongue);

    /// <summary>The problem with its facts, for a read-back. Every complaint of the case is in it.</summary>
    public static string ReadBack(ComplaintTurn turn)
    {
        var english = turn.Tongue == Tongue.En;
        var text = new StringBuilder();
        foreach (var head in turn.Case.Heads)
        {
            if (text.Length > 0) text.Append(english ? "; and " : "；还有");
            var name = turn.Playbook.CategoryOf(head.Category).Name.In(turn.Tongue);
            text.Append(Quote(turn, head.Words) is { } quote ? (english ? $"\"{quote}\"" : $"“{quote}”") : name);
        }

        foreach (var fact in Facts(turn))
        {
            var definition = turn.Playbook.Facts[fact.Name];
            text.Append(english ? "; " : "；").Append(definition.Label.In(turn.Tongue)).Append(english ? ": " : "：").Append(Value(turn, definition, fact));
        }

        return text.ToString();
    }

    /// <summary>A fact's value as it is said to people.</summary>
    public static string Value(ComplaintTurn turn, FactDefinition definition, CaseFact fact) => Value(turn.Playbook, definition, fact, turn.Now, turn.Tongue);

    /// <summary>The same in any language.</summary>
    public static string Value(Playbook playbook, FactDefinition definition, CaseFact fact, DateTimeOffset now, Tongue tongue) => definition.Type switch
    {
        FactType.When => When(fact.Value!, now, tongue),
        FactType.Money when decimal.TryParse(fact.Value, CultureInfo.InvariantCulture, out var amount) =>
            MoneyText.Of(amount, fact.Unit ?? playbook.Identity.Currency, tongue),
        FactType.Choice => definition.Choices.FirstOrDefault(choice => choice.Id == fact.Value)?.Label.In(tongue) ?? fact.Text!,
        FactType.Phone => Masked(fact.Value!),
        _ => fact.Text!,
    };

    /// <summary>A phone number of which only the beginning and the end are shown.</summary>
    public static string Masked(string number) => $"{number[..Math.Min(3, number.Length)]}****{number[^Math.Min(4, number.Length)..]}";

    private static IEnumerable<CaseFact> Facts(ComplaintTurn turn)
    {
        var own = turn.Case.Head is { } head ? turn.Playbook.CategoryOf(head.Category).Needed : [];
        var seen = new HashSet<string>();
        foreach (var name in First.Concat(own).Concat(Last))
        {
            if (!seen.Add(name) || turn.Case.Find(name) is not { } fact || !turn.Playbook.Facts.TryGetValue(name, out var definition)) continue;
            if (fact.Value == "no" || definition.FromGrievance || definition.Type is FactType.Phone or FactType.Email or FactType.Attachment or FactType.YesNo) continue;
            if (fact.Text is { } text && turn.Case.Heads.Exists(other => other.Words.Contains(text, StringComparison.Ordinal)) && definition.Type == FactType.Text) continue;
            yield return fact;
        }
    }

    /// <summary>A short quotation; null when the words hold an insult, or harm that is not repeated.</summary>
    private static string? Quote(ComplaintTurn turn, string words)
    {
        if (turn.Case.Tally.Abusive > 0 || turn.Case.Priority == 0) return null;
        var english = turn.Tongue == Tongue.En;
        var text = WithoutGreeting(Plain(words, english));
        var longest = english ? LongestQuoteEn : LongestQuoteZh;
        if (text.Length > longest) text = Cut(text, longest);
        return text.Length == 0 ? null : text;
    }

    /// <summary>The words without repeated marks and line breaks, so that shouting is not shouted back.</summary>
    private static string Plain(string words, bool english)
    {
        var text = new StringBuilder(words.Length);
        foreach (var c in words)
        {
            var mark = c is '!' or '！' or '?' or '？' or '\n' or '\r' or '。' or '…' or '~' or '～';
            if (!mark) { text.Append(c is '“' or '”' or '"' ? '\'' : c); continue; }
            if (text.Length > 0 && text[^1] is not ('，' or ',' or ' ')) text.Append(english ? ", " : "，");
        }

        return text.ToString().Trim(' ', ',', '，', '.', '；', ';');
    }

    private static string WithoutGreeting(string text)
    {
        foreach (var greeting in Greetings)
            if (text.StartsWith(greeting, StringComparison.OrdinalIgnoreCase) && text.Length > greeting.Length && !char.IsLetterOrDigit(text[greeting.Length])) return text[greeting.Length..].TrimStart(' ', ',', '，', '、');
        return text;
    }

    private static string Cut(string text, int longest)
    {
        var end = text.LastIndexOfAny(['，', ',', '；', ';', ' '], longest - 1);
        if (end < longest / 2) end = longest;
        if (char.IsHighSurrogate(text[end - 1])) end--;
        return text[..end].TrimEnd(' ', ',', '，', '；', ';') + "…";
    }

    private static string When(string value, DateTimeOffset now, Tongue tongue)
    {
        var hasTime = value.Length > 10 && TimeOnly.TryParse(value.AsSpan(11), CultureInfo.InvariantCulture, out _);
        if (!DateOnly.TryParse(value.AsSpan(0, Math.Min(10, value.Length)), CultureInfo.InvariantCulture, out var date)) return value;
        var time = hasTime ? TimeOnly.Parse(value.AsSpan(11), CultureInfo.InvariantCulture) : default;
        if (tongue == Tongue.En)
        {
            var day = date.ToString(date.Year == now.Year ? "d MMMM" : "d MMMM yyyy", CultureInfo.InvariantCulture);
            return hasTime ? $"{day}, {time.ToString("h:mm tt", CultureInfo.InvariantCulture).ToLowerInvariant()}" : day;
        }

        var tag = date.Year == now.Year ? $"{date.Month}月{date.Day}日" : $"{date.Year}年{date.Month}月{date.Day}日";
        return hasTime ? $"{tag}{time:HH\\:mm}" : tag;
    }
}
