using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;
using static ComplaintBot.Dialogs.Language.Facts.Characters;

namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>Reads counts: how many are affected, how many sat at the table, how often it came back for repair, and a number that was asked for.</summary>
internal static class CountReader
{
    private const string PartySize = "party_size";
    private const string TimesReturned = "times_returned";

    private static readonly (string Words, int Count)[] Together =
    [
        ("就我一个人", 1), ("只有我一个人", 1), ("就我自己", 1), ("就我一个", 1), ("只有我", 1), ("just me", 1), ("only me", 1), ("just myself", 1), ("我们俩", 2), ("我俩", 2), ("我们两个", 2), ("我们仨", 3), ("我仨", 3), ("both of us", 2), ("we've both", 2), ("we both", 2), ("us both", 2),
        ("夫妻俩", 2), ("母子俩", 2), ("两口子", 2), ("一家三口", 3), ("一家四口", 4),
    ];

    /// <summary>Adds the counts of a message.</summary>
    public static void Read(FactReading reading)
    {
        foreach (var numeral in reading.Numerals)
        {
            if (numeral.IsWhole(1, 1_000_000) && !numeral.Ordinal && reading.IsFree(numeral.Span)) Counted(reading, numeral);
        }
        foreach (var (words, count) in Together) Add(reading, FactNames.PeopleAffected, Find(reading.Text, words), count);
        Companion(reading);
        Aged(reading);
        if (reading.FindCue(CueKind.Group, new Span(0, reading.Text.Length)) is { } group && !reading.Has(FactNames.PeopleAffected)) reading.Add(FactNames.PeopleAffected, group);
        if (reading.Expects(FactType.Number)) Asked(reading);
    }

    private static void Counted(FactReading reading, Numeral numeral)
    {
        var text = reading.Text;
        var people = PeopleEnd(text, numeral);
        var table = EndsAtAny(text, numeral.Start, "booked for", "table for", "reservation for", "party of", "booking for", "group of") > 0;
        if (reading.Defines(PartySize) && (table || people > 0 && reading.HasCue(CueKind.Booking, reading.ClauseAt(numeral.Start))))
            Add(reading, PartySize, new Span(numeral.Start, Math.Max(people, numeral.End)), (int)numeral.Value);
        else if (people > 0)
            Add(reading, FactNames.PeopleAffected, new Span(PeopleStart(text, numeral.Start), people), (int)numeral.Value);
        else if (reading.Defines(TimesReturned) && IsRepairCount(reading, numeral) is { } repairs)
            Add(reading, TimesReturned, repairs, (int)numeral.Value);
    }

    private static Span? IsRepairCount(FactReading reading, Numeral numeral)
    {
        var text = reading.Text;
        var unit = StartsAtAny(text, numeral.End, "次", "回", "趟", "遍") is > 0 and var zh ? zh : StartsAtAny(text, SkipSpaces(text, numeral.End), "times") is > 0 and var en ? SkipSpaces(text, numeral.End) - numeral.End + en : 0;
        if (unit == 0) return null;
        var cue = reading.FindCue(CueKind.Repair, new Span(reading.ClauseAt(numeral.Start).Start, numeral.Start));
        return cue is { } repair && numeral.Start - repair.End <= 6 ? new Span(repair.Start, numeral.End + unit) : null;
    }

    private static int PeopleEnd(string text, Numeral numeral)
    {
        var zh = StartsAtAny(text, numeral.End, "多个人", "个人", "口人", "位顾客", "位客人", "位业主", "户居民", "户人家", "个家长", "个同事", "个孩子", "个客人", "名员工", "名乘客", "多家", "多户", "家人", "家都", "家没", "户", "位", "人");
        if (zh > 0)
        {
            var end = numeral.End + zh;
            if (numeral.Value == 1 && StartsAt(text, numeral.End, "个人") || numeral.Value < 3 && text[numeral.End] == '人' || EndsAtAny(text, numeral.Start, "后", "前", "末", "尾号后") > 0) return 0;
            return StartsAtAny(text, numeral.End, "人民", "人工", "人家", "人员", "位置", "位数", "户口", "户型", "户外") > 0 ? 0 : end;
        }
        var at = SkipSpaces(text, numeral.End);
        var en = StartsAtAny(text, at, "of us", "people", "persons", "guests", "adults", "kids", "children", "families", "customers");
        return en > 0 ? at + en : 0;
    }

    private static int PeopleStart(string text, int start) =>
        start - EndsAtAny(text, start, "我们", "all", "the", "我们一共", "一共") is var from && from < start && text[from] != ' ' ? from : start;

    // 93岁老人, 小孩11岁, "my 80 year old mother": one person with an age is one who is affected.
    private static void Aged(FactReading reading)
    {
        var text = reading.Text;
        foreach (var numeral in reading.Numerals)
        {
            if (reading.Has(FactNames.PeopleAffected)) return;
            if (!numeral.IsWhole(0, 120) || AgeEnd(text, numeral.End) is not (> 0 and var end)) continue;
            var behind = SkipSpaces(text, end + StartsAtAny(text, end, "的"));
            if (reading.FindCue(CueKind.Elder, new Span(behind, Math.Min(text.Length, behind + 12))) is { } person && person.Start <= behind)
                Add(reading, FactNames.PeopleAffected, new Span(numeral.Start, person.End), 1);
            else if (reading.FindCue(CueKind.Elder, new Span(Math.Max(0, numeral.Start - 8), numeral.Start)) is { } before && numeral.Start - before.End <= 2)
                Add(reading, FactNames.PeopleAffected, new Span(before.Start, end), 1);
        }
    }

    private static int AgeEnd(string text, int at)
    {
        var zh = StartsAtAny(text, at, "岁多", "岁", "个月大");
        if (zh > 0) return at + zh;
        at = SkipSpaces(text, at);
        if (at < text.Length && text[at] == '-') at++;
        var en = StartsAtAny(text, at, "years old", "year old", "year-old", "yr old", "yrs old", "yo", "y/o", "month old", "months old", "month-old");
        return en > 0 ? at + en : 0;
    }

    // "My roommate and I", 我和我妈: two.
    private static void Companion(FactReading reading)
    {
        if (reading.Has(FactNames.PeopleAffected)) return;
        var text = reading.Text;
        var at = Find(text, " and i ") is { } and ? and.Start : -1;
        if (at > 0 && text.LastIndexOf("my ", at, Math.Min(at + 1, 25), StringComparison.Ordinal) is >= 0 and var start && (reading.HasCue(CueKind.Person, new Span(start, at)) || reading.HasCue(CueKind.Relation, new Span(start, at)))) Add(reading, FactNames.PeopleAffected, new Span(start, at + 6), 2);
        foreach (var link in new[] { "我和", "我跟", "我与" })
        {
            if (Find(text, link) is { } with && reading.FindCue(CueKind.Person, new Span(with.End, Math.Min(text.Length, with.End + 5))) is { } person && person.Start <= with.End + 1)
                Add(reading, FactNames.PeopleAffected, new Span(with.Start, person.End), 2);
        }
    }

    private static void Asked(FactReading reading)
    {
        var name = reading.Context.ExpectedFact!;
        if (reading.Has(name)) return;
        foreach (var numeral in reading.Numerals)
        {
            if (!reading.IsFree(numeral.Span)) continue;
            reading.Add(name, numeral.Span, numeral.Normal);
            return;
        }
    }

    private static Span? Find(string text, string words)
    {
        var at = text.IndexOf(words, StringComparison.Ordinal);
        return at < 0 ? null : new Span(at, at + words.Length);
    }

    private static void Add(FactReading reading, string name, Span? span, int count)
    {
        if (span is not { } found || reading.Has(name)) return;
        reading.Add(name, reading.Trim(found), Numeral.Format(count));
    }
}
