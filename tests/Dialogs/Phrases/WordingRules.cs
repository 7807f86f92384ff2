using ComplaintBot.Dialogs.Phrases;
using static ComplaintBot.Dialogs.Phrases.Situation;

namespace ComplaintBot.Dialogs.Tests.Phrases;

/// <summary>The tone of voice as rules. Each says what is wrong with a wording, or nothing.</summary>
public static class WordingRules
{
    private const int MostChineseCharacters = 60;
    private const int MostEnglishWords = 40;

    private static readonly string[] TurningZh = ["但", "不过", "可是", "然而", "只是", "却", "尽管", "虽然"];
    private static readonly string[] TurningEn = ["but", "however", "although", "though", "yet again", "nevertheless"];

    private static readonly string[] BannedZh =
    [
        "你", "亲", "冷静", "别生气", "不要激动", "请理解", "请谅解", "按规定", "根据规定", "系统显示", "不便", "您的心情", "感同身受", "宝贵意见", "最多只能", "最好的", "好评", "差评",
        "保证", "绝不", "绝对", "再也不会", "不会再发生", "已退款", "退款成功", "您确定", "有证据", "是您的错", "您弄错", "与我们无关", "不是我们的责任", "高兴", "开心", "荣幸", "难过", "心疼",
        "优惠", "撤诉", "删帖", "请尽快决定", "请提供密码", "请提供验证码", "必须实名", "无法转接", "没有人工", "请先完成", "只能这样", "我们声明", "祝您生活愉快",
    ];

    private static readonly string[] BannedEn =
    [
        "inconvenience", "deeply", "saddened", "policy", "calm down", "relax", "frustration", "unfortunately", "guarantee", "guaranteed", "never happen", "won't happen", "refunded", "happy", "glad", "delighted",
        "afraid", "feel", "valuable", "feedback", "your fault", "you should have", "you are wrong", "you made a mistake", "are you sure", "do you have proof", "proof that", "not our", "satisfaction", "voucher",
        "business days", "kindly", "best we can", "most we can", "generous", "hurry up", "watch your language", "your pin", "full account number", "five stars", "good rating",
    ];

    private static readonly string[] LongEn = ["I am", "I will", "do not", "cannot", "will not", "does not", "did not", "we will", "I have been"];
    private static readonly Situation[] Asking = [GoOn, SafetyQuestion, ReadBack, ReadBackCorrected, WhenQuestion, Offer, BestAndAlternative, OfferAfterRefusal, OutsideHelp, ObjectionMirrored, ObjectionClarified, AgreedThenRepeat, SettledQuestion, Dejected, AnythingElse, FollowUp];
    private static readonly Situation[] Telling = [Heard, EvidenceWelcome, RegretExperience, RegretAndAct, BringInPerson, WaitingNoted, Closing, ClosingRegret, ScoreLow];
    private static readonly Situation[] Quoting = [HeardInOwnWords, NotedExactly, CountSaidBack, Mirror, ReturnLane, ObjectionMirrored, DemandToPerson];
    private static readonly Situation[] Apologising = [RegretExperience, RegretAndAct, Admission, PromiseBroken, ReturnLane, ScoreLow, ClosingRegret];
    private static readonly string[] Sorry = ["对不起", "抱歉", "道歉", "道个歉", "致歉", "认错", "sorry", "apolog", "regret", "own up"];
    private static readonly string[] Acting = ["记", "办", "跟", "处理", "着手", "理清", "查", "taking", "stay", "noting", "noted", "starting", "working", "recording", "looking", "picking", "sorted", "on it"];

    public static IReadOnlyDictionary<string, Func<Line, string?>> All { get; } = new Dictionary<string, Func<Line, string?>>
    {
        // "Is anything off?" is answered by "no" where all is right, and the answer is read as "no, it is not".
        ["a yes says that the record is right, or that somebody is hurt"] = line => line.Situation switch
        {
            ReadBack or ReadBackCorrected => Hit(line, ["要改", "没有", "没记", "哪里"], ["anything", "off", "missed", "more", "change"]),
            SafetyQuestion => Hit(line, ["安全"], ["safe"]),
            _ => null,
        },
        ["no turning word"] = line => Hit(line, TurningZh, TurningEn),
        ["no banned word"] = line => Hit(line, BannedZh, BannedEn),
        ["no exclamation mark"] = line => line.Text.AsSpan().ContainsAny('!', '！') ? "exclaims" : null,
        ["no emoji, tilde or particle"] = line => line.Text.EnumerateRunes().Any(rune => rune.Value is >= 0x2600 and < 0x3000 or > 0xFFFF || "~～哦呀哈啦嘛哟哒".Contains(rune.ToString())) ? "chirps" : null,
        ["no doubled character"] = Doubled,
        ["contractions in English"] = line => line.IsChinese ? null : LongEn.FirstOrDefault(form => HasWords(line.Text, form)),
        ["short enough"] = TooLong,
        ["reads well when filled"] = Misfit,
        ["a question where something is asked"] = line => Asking.Contains(line.Situation) && !line.Text.AsSpan().ContainsAny('?', '？') ? "asks nothing" : null,
        ["no question where something is told"] = line => Telling.Contains(line.Situation) && line.Text.AsSpan().ContainsAny('?', '？') ? "asks" : null,
        ["quotation marks around quotations"] = line => Quoting.Contains(line.Situation) && !line.Text.Contains("“{") ? "doesn't quote" : null,
        ["says that it is automated and a person can be had"] = Introduces,
        ["apologises in so many words"] = line => Apologising.Contains(line.Situation) && !Has(line.Text, Sorry) ? "doesn't apologise" : null,
        ["regret comes with an action"] = line => line.Situation == RegretExperience && !Has(line.Text, Acting) ? "does nothing" : null,
    };

    private static string? Hit(Line line, string[] chinese, string[] english) =>
        line.IsChinese ? chinese.FirstOrDefault(line.Text.Contains) : english.FirstOrDefault(word => HasWords(line.Text, word));

    private static bool Has(string text, string[] words) => words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static bool HasWords(string text, string words)
    {
        for (var at = text.IndexOf(words, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + words.Length;
            if ((at == 0 || !char.IsLetter(text[at - 1])) && (end == text.Length || !char.IsLetter(text[end]))) return true;
        }
        return false;
    }

    private static string? Doubled(Line line)
    {
        if (!line.IsChinese) return null;
        var text = line.Text.Replace("谢谢", "谢");
        return text.Zip(text.Skip(1)).Any(pair => pair.First == pair.Second && pair.First >= 0x3000) ? "doubles a character" : null;
    }

    private static string? TooLong(Line line)
    {
        var length = line.IsChinese ? line.Filled.Length : line.Filled.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        return length > (line.IsChinese ? MostChineseCharacters : MostEnglishWords) ? $"is {length} long: {line.Filled}" : null;
    }

    private static string? Misfit(Line line)
    {
        var text = line.IsPart ? ThanksFor(line) : line.Filled;
        if (Has(text, ["{", "}", "..", "。。", "？？", "??", "?.", "？。", "，。", "：。", "  ", "前前", "之前前", "by by", "by before", "before by", "by within", "the the", "您您"])) return $"reads \"{text}\"";
        if (!"。？.?".Contains(text[^1])) return $"ends in '{text[^1]}'";
        return !line.IsChinese && char.IsLower(text[0]) ? "begins small" : null;
    }

    private static string ThanksFor(Line part) => (part.IsChinese ? "谢谢您{thing}。" : "Thank you for {thing}.").Replace("{thing}", part.Text);

    private static string? Introduces(Line line)
    {
        if (line.Situation is not (Opening or Introduction or WhoAmI)) return null;
        var automated = line.IsChinese ? Has(line.Text, ["自动", "机器人"]) : Has(line.Text, ["automated"]);
        var person = line.IsChinese ? Has(line.Text, ["真人", "人工"]) : Has(line.Text, ["person"]);
        return automated && person ? null : "hides what it is, or the way to a person";
    }
}
