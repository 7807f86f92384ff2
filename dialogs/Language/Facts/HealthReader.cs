using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;
using static ComplaintBot.Dialogs.Language.Facts.Characters;

namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>Reads what happened to somebody's body: injuries and signs of illness, or that nobody came to harm.</summary>
internal static class HealthReader
{
    private const int LongestCore = 40;

    /// <summary>Adds injuries and symptoms, and whose body it was.</summary>
    public static void Read(FactReading reading)
    {
        var whole = new Span(0, reading.Text.Length);
        var unharmed = reading.FindCue(CueKind.Unharmed, whole) ?? Nobody(reading);
        if (Symptoms(reading, whole, unharmed) is { } symptoms) Add(reading, FactNames.Symptoms, symptoms);
        else if (reading.Expects(FactNames.Symptoms) && unharmed is { } well) reading.Add(FactNames.Symptoms, well, "no");
        if (Injury(reading, unharmed) is { } injury) Add(reading, FactNames.Injured, injury);
        else if (unharmed is { } safe && !reading.Expects(FactNames.Symptoms)) reading.Add(FactNames.Injured, safe, "no");
        if (!reading.Has(FactNames.PeopleAffected) && Affected(reading, whole) is { } person) reading.Add(FactNames.PeopleAffected, person, "1");
    }

    // "No one was injured": the subject denies what follows.
    private static Span? Nobody(FactReading reading)
    {
        foreach (var injury in reading.Cues(CueKind.Injury))
        {
            var length = EndsAtAny(reading.Text, injury.Start, "is", "was", "got", "has been", "were");
            var subject = EndsAtAny(reading.Text, injury.Start - length, "nobody", "no one", "noone", "none of us");
            if (subject > 0) return new Span(injury.Start - length - subject, injury.End);
        }
        return null;
    }

    // A person who is named is affected when a body came to harm, or when the clause says what state they are in.
    private static Span? Affected(FactReading reading, Span whole)
    {
        if (reading.Results.Exists(found => found.Name is FactNames.Injured or FactNames.Symptoms && found.Value != "no")) return reading.FindCue(CueKind.Person, whole);
        foreach (var person in reading.Cues(CueKind.Person))
        {
            var clause = reading.ClauseAt(person.Start);
            if (reading.HasCue(CueKind.PersonState, new Span(person.End, Math.Min(clause.End, person.End + 10)))) return person;
        }
        return null;
    }

    // One mention from the first to the last sign that belong together.
    private static Span? Symptoms(FactReading reading, Span whole, Span? unharmed)
    {
        Span? result = null;
        var strong = false;
        var plain = reading.Cues(CueKind.Symptom);
        var weak = reading.Cues(CueKind.WeakSymptom);
        while (!plain.IsEmpty || !weak.IsEmpty)
        {
            var listed = weak.IsEmpty || !plain.IsEmpty && plain[0].Start <= weak[0].Start;
            var sign = listed ? plain[0] : weak[0];
            if (listed) plain = plain[1..];
            else weak = weak[1..];
            var isStrong = listed || IsVomiting(reading.Text, sign);
            if (unharmed is { } none && none.Overlaps(sign) || IsUnreal(reading, sign)) continue;
            if (result is not { } before) (result, strong) = (sign, isStrong);
            else if (sign.Start < before.End) (result, strong) = (new Span(before.Start, Math.Max(before.End, sign.End)), strong || isStrong);
            else if (sign.Start - before.End <= (IsLatin(reading.Text[sign.Start]) ? 16 : 4)) (result, strong) = (new Span(before.Start, sign.End), strong || isStrong);
            else if (!strong) (result, strong) = (sign, isStrong);
        }
        return strong && whole.Length > 0 ? result : null;
    }

    // 孩子吐了两次, 一直吐: said of somebody or counted, the word is meant; 看吐了 is a manner of speaking.
    private static bool IsVomiting(string text, Span sign) =>
        text[sign.Start] == '吐' && (EndsAtAny(text, sign.Start, "一直", "半夜", "孩子", "全家", "宝宝", "儿子", "女儿", "开始", "后就", "完就", "都在", "夜里", "晚上") > 0
            || sign.End < text.Length && (IsDigit(text[sign.End]) || ChineseNumerals.IsPart(text[sign.End])));

    private static Span? Injury(FactReading reading, Span? unharmed)
    {
        Span? felt = null;
        foreach (var clause in reading.Clauses)
        {
            if (InjuryWord(reading, clause, unharmed) is not { } word) continue;
            var mention = InjuryIn(reading, clause, word);
            // What only hurts or itches says less than a wound told later.
            if (!IsFelt(reading.Text, word)) return mention;
            felt ??= mention;
        }
        return felt;
    }

    private static bool IsFelt(string text, Span word) => text[word.Start] is '痒' or '疼' or '痛' || StartsAtAny(text, word.Start, "itchy", "hurts", "hurt") > 0;

    private static Span InjuryIn(FactReading reading, Span clause, Span word)
    {
        var part = reading.FindCue(CueKind.BodyPart, clause);
        var start = part is { } body && body.Start < word.Start && word.Start - body.Start <= 20 ? body.Start : word.Start;
        start -= EndsAtAny(reading.Text, start, "把", "my", "his", "her", "our", "its", "their", "一", "全");
        if (reading.Text[word.Start] is '摔' or '滑' or '掉' && reading.Text.AsSpan(clause.Start, start - clause.Start).LastIndexOf('从') is >= 0 and var from && start - clause.Start - from <= 8) start = clause.Start + from;
        return reading.Trim(new Span(start, Core(reading, start, Math.Max(word.End, part is { } behind && behind.Start > word.Start ? behind.End : 0), clause)));
    }

    private static Span? InjuryWord(FactReading reading, Span clause, Span? unharmed)
    {
        foreach (var word in reading.CuesIn(CueKind.Injury, clause))
        {
            if (!(unharmed is { } none && none.Overlaps(word)) && !IsUnreal(reading, word)) return word;
        }
        foreach (var part in reading.CuesIn(CueKind.BodyPart, clause))
        {
            if (IsOtherPart(reading.Text, part)) continue;
            // The damage may stand on either side: 手被割破, 划破了手, "cut my tongue", "tongue is cut".
            foreach (var damage in reading.CuesIn(CueKind.Damage, new Span(Math.Max(clause.Start, part.Start - 24), Math.Min(clause.End, part.End + 24))))
            {
                if (damage.Overlaps(part) || IsOtherDamage(reading.Text, damage)) continue;
                var near = damage.Start >= part.End ? damage.Start - part.End : part.Start - damage.End;
                if (near <= (IsLatin(reading.Text[part.Start]) ? 14 : damage.Start >= part.End ? 6 : 3) && !IsUnreal(reading, damage)) return damage;
            }
        }
        return null;
    }

    private static int Core(FactReading reading, int start, int least, Span clause)
    {
        var end = Math.Min(clause.End, start + LongestCore);
        foreach (var stop in new[] { " and ", " while ", " when ", " because ", " so ", " on the ", "的时候" })
        {
            var at = reading.Text.IndexOf(stop, least, clause.End - least, StringComparison.Ordinal);
            if (at >= 0) end = Math.Min(end, at);
        }
        return Math.Max(end, least);
    }

    // 手机, 头发, 脚垫, 背包, 面前: the body part is the beginning of another word, or its end.
    private static bool IsOtherPart(string text, Span part)
    {
        if (part.Length > 1) return false;
        var next = part.End < text.Length ? text[part.End] : ' ';
        var before = part.Start > 0 ? text[part.Start - 1] : ' ';
        return text[part.Start] switch
        {
            '手' => "机续工动套柄段册环表写提".Contains(next) || "对选新水扶把二助转歌入着动旋".Contains(before),
            '头' => "发一像条皮盔套".Contains(next) && next != '皮' || "镜罐石骨馒枕箱里外回码口插年龙水接锄木拳".Contains(before),
            '脚' => "垫本架".Contains(next) || "桌椅柜山".Contains(before),
            '背' => "包后景书心带".Contains(next),
            '眼' => "镜光看前瞎".Contains(next) || "一亲".Contains(before),
            '脸' => "色盆皮面".Contains(next) || "翻丢要".Contains(before),
            '腿' => "鸡桌椅".Contains(before),
            '嘴' => "瓶壶水龙顶".Contains(before),
            '牙' => "膏刷签".Contains(next),
            '腰' => "带花果".Contains(next),
            _ => false,
        };
    }

    private static bool IsOtherDamage(string text, Span damage) => text[damage.Start] switch
    {
        '青' => damage.End < text.Length && "菜椒年岛".Contains(text[damage.End]),
        '断' => damage.Start > 0 && "不中间判跑".Contains(text[damage.Start - 1]),
        '伤' => damage.Start > 0 && "悲".Contains(text[damage.Start - 1]) || damage.End < text.Length && text[damage.End] == '心',
        '痛' => damage.End < text.Length && "苦快".Contains(text[damage.End]),
        '破' => damage.End < text.Length && text[damage.End] is '手' or '店' or '公',
        _ => false,
    };

    private static bool IsUnreal(FactReading reading, Span word)
    {
        var clause = reading.ClauseAt(word.Start);
        if (reading.HasCue(CueKind.NotReal, new Span(Math.Max(clause.Start, word.Start - 14), word.Start))) return true;
        return EndsAtAny(reading.Text, word.Start, "没有", "没", "未", "不", "无", "not", "no", "never", "n't", "without", "didn't", "wasn't", "不会", "并没有", "没有人", "没人") > 0
            || StartsAtAny(reading.Text, word.End, "钱", "卡", "槽", "司", "痰", "口水", "苦水", "血本") > 0 || StartsAt(reading.Text, word.End, "吗") || StartsAt(reading.Text, word.End, "怎么办");
    }

    private static void Add(FactReading reading, string name, Span span)
    {
        var yes = reading.Definition(name)?.Type == FactType.YesNo;
        reading.Add(name, span, yes ? "yes" : null);
    }
}
