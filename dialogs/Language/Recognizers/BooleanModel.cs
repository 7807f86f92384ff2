using static ComplaintBot.Dialogs.Language.Facts.Characters;

namespace ComplaintBot.Dialogs.Language.Recognizers;

/// <summary>Finds the first word of a text that plainly says yes or no.</summary>
internal static class BooleanModel
{
    // Longest first where one begins another.
    private static readonly string[] Yes =
    [
        "没有问题", "没问题", "没错", "是的", "是啊", "是呀", "好的", "好啊", "好呀", "好嘞", "好吧", "可以的", "可以", "对的", "对啊", "同意", "愿意", "确定", "确认", "肯定", "行的", "行啊", "当然", "赞成", "接受", "嗯", "好", "行", "中", "对", "是", "成",
        "yes", "yeah", "yep", "yup", "yea", "sure", "ok", "okay", "agreed", "agree", "correct", "right", "of course", "absolutely", "certainly", "definitely", "sounds good", "go ahead", "y", "true", "affirmative", "fine",
    ];

    private static readonly string[] No =
    [
        "不可以", "不同意", "不愿意", "不是", "不好", "不行", "不中", "不对", "不要", "不用", "不会", "不成", "没有", "拒绝", "否定", "否认", "反对", "否", "不", "别", "没",
        "not ok", "not okay", "not right", "not correct", "not at all", "not agree", "not sure", "don't agree", "do not agree", "no way", "nope", "nah", "no", "never", "n", "false", "negative", "disagree", "wrong",
    ];

    // 好像, 中间, 对面, 不但: the word begins another one.
    private static readonly string[] Others =
        ["好像", "好几", "好多", "好久", "好吃", "行李", "行业", "中国", "中间", "中午", "中文", "对面", "对于", "对方", "是否", "是不是", "成功", "成为", "不但", "不仅", "不过", "不同于", "别人", "别的", "没事", "right now", "no one", "no.", "n.", "y."];

    private static readonly string[] HandsYes = ["👌", "👍"];
    private static readonly string[] HandsNo = ["👎", "✋", "🖐"];

    /// <summary>At most one result. Its places count whole characters, so that a picture is one.</summary>
    public static List<ModelResult> Read(EntityText entities)
    {
        var text = entities.Text;
        for (var at = 0; at < text.Length; at++)
        {
            if (HandAt(text, at) is { } hand) return [Result(entities, at, hand.End, hand.Yes)];
            if (IsLatin(text[at]) && at > 0 && IsWord(text[at - 1]) || text[at] == '\'' || StartsAtAny(text, at, Others) > 0) continue;
            var no = StartsAtAny(text, at, No);
            var yes = no > 0 && StartsAtAny(text, at, "没问题", "没有问题", "没错") == 0 ? 0 : StartsAtAny(text, at, Yes);
            // "我说", "it is": yes and no stand inside a Chinese sentence only where nothing goes on.
            if (yes == 0 && no == 0 || !IsFree(text, at, at + Math.Max(yes, no))) continue;
            return [Result(entities, at, at + (yes > 0 ? yes : no), yes > 0)];
        }
        return [];
    }

    // A Chinese word must begin its clause: 我说了不是 tells of another answer.
    private static bool IsFree(string text, int start, int end)
    {
        if (!IsHan(text[start])) return end >= text.Length || text[end] is not '\'' and not '@';
        return start == 0 || !IsHan(text[start - 1]);
    }

    private static (bool Yes, int End)? HandAt(string text, int at)
    {
        foreach (var (hands, yes) in new[] { (HandsYes, true), (HandsNo, false) })
        {
            foreach (var hand in hands)
            {
                if (!text.AsSpan(at).StartsWith(hand, StringComparison.Ordinal)) continue;
                var end = at + hand.Length;
                return (yes, end + (end + 1 < text.Length && text[end] == '\uD83C' && text[end + 1] is >= '\uDFFB' and <= '\uDFFF' ? 2 : 0));
            }
        }
        return null;
    }

    private static ModelResult Result(EntityText entities, int start, int end, bool yes)
    {
        var (first, length) = (Runes(entities.Text, 0, start), Runes(entities.Text, start, end));
        // All said in one word is sure; the more besides it the less.
        var score = Math.Round(.5 + .5 * (end - start) / Math.Max(1, entities.Text.Trim().Length), 2);
        return new(entities.Written(start, end), first, first + length - 1, "boolean", new Dictionary<string, object?> { ["value"] = yes, ["score"] = score });
    }

    private static int Runes(string text, int start, int end)
    {
        var count = 0;
        for (var at = start; at < end; at++)
        {
            if (!char.IsLowSurrogate(text[at])) count++;
        }
        return count;
    }
}
