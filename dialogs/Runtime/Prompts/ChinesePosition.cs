namespace ComplaintBot.Dialogs.Runtime.Prompts;

/// <summary>Finds a choice named by its place in a Chinese clause of normal form, simplified or traditional.</summary>
internal static class ChinesePosition
{
    private const string Measures = "个個项項种種条條款样樣号號张張";
    private const string Pointers = "那这這的";

    // What may follow a place without changing what is chosen; after anything else the clause is about something else.
    private const string Tails = "吧呢啊呀的好就可了哦嘛行谢謝方选選也比那这這我和跟与與或还還\t";
    private const string Numerals = "一二三四五六七八九";
    private const string Fillers = "我你想要就选選择擇那这這号號吧的了呢啊是用按给給请請方案项項答";

    private static readonly string[] LastWords = ["最后", "最後", "后面", "後面", "后边", "後邊", "下面", "末尾"];
    private static readonly string[] FirstWords = ["最前", "前面", "前边", "前邊", "上面", "开头", "開頭"];
    private static readonly string[] MiddleWords = ["中间", "中間", "当中", "當中"];

    // Words with a sign of no in them that say no such thing.
    private static readonly string[] Harmless =
    [
        "不好意思", "对不起", "對不起", "不客气", "不客氣", "不错", "不錯", "不如", "要不", "是不是", "能不能", "行不行", "可不可以", "差不多", "只不过", "只不過",
        "没问题", "沒問題", "没关系", "沒關係", "没事", "沒事", "特别", "特別",
    ];

    /// <summary>Finds the choice meant.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="count">How many choices there are.</param>
    /// <param name="withCardinals">Whether a bare number is a place; not when the choices' own names have numbers.</param>
    public static int Find(string clause, int count, bool withCardinals)
    {
        int found = ChoiceIndex.None;
        for (int at = 0; at < clause.Length; at++)
        {
            int next = at;
            int place = PlaceAt(clause, ref next, count);
            if (place != 0)
            {
                found = ChoiceIndex.Join(found, ChoiceIndex.At(place, count));
                at = next - 1;
            }
        }

        return found == ChoiceIndex.None && withCardinals ? FindCardinal(clause, count) : found;
    }

    /// <summary>Whether a clause says no to what it names.</summary>
    public static bool SaysNo(string clause)
    {
        for (int at = 0; at < clause.Length; at++)
        {
            int harmless = LengthOfAny(clause, at, Harmless);
            if (harmless > 0)
            {
                at += harmless - 1;
            }
            else if (clause[at] is '不' or '别' or '別' or '没' or '沒' or '甭')
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The place named from here on, counted from the front or, negative, from the back; 0 for none.</summary>
    private static int PlaceAt(string clause, ref int at, int count)
    {
        if (clause[at] == '第')
        {
            int sign = at >= 2 && clause[at - 2] is '倒' && clause[at - 1] is '数' or '數' ? -1 : 1;
            int next = at + 1;
            int number = NumberAt(clause, ref next);
            return number > 0 && EndsPlace(clause, ref next, needsMeasure: false) ? Take(ref at, next, sign * number) : 0;
        }

        if (count == 2 && at + 1 < clause.Length && clause[at + 1] == '者' && clause[at] is '前' or '后' or '後')
        {
            return Take(ref at, at + 2, clause[at] == '前' ? 1 : 2);
        }

        return DirectionAt(clause, ref at, count);
    }

    private static int DirectionAt(string clause, ref int at, int count)
    {
        int place = 0;
        int length = LengthOfAny(clause, at, LastWords);
        if (length > 0)
        {
            place = -1;
        }
        else if ((length = LengthOfAny(clause, at, FirstWords)) > 0)
        {
            place = 1;
        }
        else if (count % 2 == 1 && (length = LengthOfAny(clause, at, MiddleWords)) > 0)
        {
            place = (count + 1) / 2;
        }
        else if (at + 1 < clause.Length && clause[at + 1] == '一' && clause[at] is '前' or '头' or '頭' or '后' or '後')
        {
            length = 1;
            place = clause[at] is '后' or '後' ? -1 : 1;
        }

        int next = at + length;
        return place != 0 && EndsPlace(clause, ref next, needsMeasure: true) ? Take(ref at, next, place) : 0;
    }

    private static int Take(ref int at, int next, int place)
    {
        at = next;
        return place;
    }

    /// <summary>Skips what belongs to a place (那一个) and tells whether the clause goes on in a way that leaves it one.</summary>
    private static bool EndsPlace(string clause, ref int at, bool needsMeasure)
    {
        if (needsMeasure)
        {
            SkipAny(clause, ref at, Pointers);
            SkipAny(clause, ref at, "一");
        }

        bool hasMeasure = SkipAny(clause, ref at, Measures);
        return (hasMeasure || !needsMeasure || at == clause.Length) && (at == clause.Length || Tails.Contains(clause[at], StringComparison.Ordinal));
    }

    private static bool SkipAny(string clause, ref int at, string signs)
    {
        bool isThere = at < clause.Length && signs.Contains(clause[at], StringComparison.Ordinal);
        at += isThere ? 1 : 0;
        return isThere;
    }

    /// <summary>The number written from here on, in digits or numerals up to 十九; 0 for none.</summary>
    private static int NumberAt(string clause, ref int at)
    {
        int start = at;
        int number = 0;
        while (at < clause.Length && char.IsAsciiDigit(clause[at]) && at - start < 3)
        {
            number = (number * 10) + clause[at++] - '0';
        }

        if (at > start)
        {
            return number;
        }

        int tens = SkipAny(clause, ref at, "十") ? 10 : 0;
        int ones = at < clause.Length ? Numerals.IndexOf(clause[at], StringComparison.Ordinal) + 1 : 0;
        at += ones > 0 ? 1 : 0;
        return tens + ones;
    }

    /// <summary>The only number in a clause that says nothing else. 一个 counts nothing, so a measure is no filler here.</summary>
    private static int FindCardinal(string clause, int count)
    {
        string core = clause.Trim([.. Fillers]);
        int at = 0;
        int number = core is "两" or "兩" ? 2 : NumberAt(core, ref at);
        return number > 0 && (at == core.Length || core is "两" or "兩") ? ChoiceIndex.At(number, count) : ChoiceIndex.None;
    }

    private static int LengthOfAny(string clause, int at, string[] words)
    {
        foreach (string word in words)
        {
            if (string.CompareOrdinal(clause, at, word, 0, word.Length) == 0)
            {
                return word.Length;
            }
        }

        return 0;
    }
}
