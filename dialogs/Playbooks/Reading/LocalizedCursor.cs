namespace ComplaintBot.Dialogs.Playbooks.Reading;

/// <summary>Reads texts in both languages.</summary>
internal static class LocalizedCursor
{
    /// <summary>A text in both languages with the same placeholders in each, all of them known.</summary>
    public static LocalizedText AsLocalized(this Cursor cursor, IReadOnlyCollection<string>? placeholders = null)
    {
        var map = cursor.AsMap();
        var zh = map.Need("zh", "the text in Chinese");
        var en = map.Need("en", "the text in English");
        map.Close();
        var text = new LocalizedText(zh.AsText(), en.AsText());
        var inZh = Checked(zh, text.Zh, placeholders);
        var inEn = Checked(en, text.En, placeholders);
        if (text.Zh.Length > 0 && text.En.Length > 0 && inZh is not null && inEn is not null && (inZh.Except(inEn).Any() || inEn.Except(inZh).Any()))
            cursor.Refuse($"the same placeholders in both languages, not [{string.Join(", ", inZh)}] and [{string.Join(", ", inEn)}]");
        return text;
    }

    /// <summary>Lists of texts in both languages.</summary>
    /// <param name="cursor">The value.</param>
    /// <param name="least">How many each language needs.</param>
    /// <param name="placeholders">The placeholders that may stand in them; null when a brace is an ordinary character.</param>
    public static LocalizedList AsLocalizedList(this Cursor cursor, int least = 0, IReadOnlyCollection<string>? placeholders = null)
    {
        var map = cursor.AsMap();
        var zh = map.Need("zh", "a list in Chinese");
        var en = map.Need("en", "a list in English");
        map.Close();
        var list = new LocalizedList(zh.AsTexts(least), en.AsTexts(least));
        if (placeholders is not null)
        {
            CheckEach(zh, placeholders);
            CheckEach(en, placeholders);
        }
        return list;
    }

    private static void CheckEach(Cursor list, IReadOnlyCollection<string> placeholders)
    {
        if (list.Node is ListNode)
            foreach (var item in list.AsList())
                Checked(item, (item.Node as ScalarNode)?.Value ?? "", placeholders);
    }

    /// <summary>The placeholders of a text; null when they were refused.</summary>
    private static IReadOnlyList<string>? Checked(Cursor cursor, string text, IReadOnlyCollection<string>? placeholders)
    {
        if (Placeholders.In(text) is not { } names)
        {
            cursor.Refuse("every { with a name and a } behind it");
            return null;
        }
        if (ReferenceEquals(placeholders, AnyPlaceholder) || names.FirstOrDefault(name => placeholders?.Contains(name) != true) is not { } unknown)
            return names;
        cursor.Refuse(placeholders is { Count: > 0 }
            ? $"no placeholder {{{unknown}}}: {NearestWord.Expected(unknown, placeholders)}"
            : $"no placeholder {{{unknown}}}: none is filled here");
        return null;
    }

    /// <summary>For texts whose placeholders somebody else checks.</summary>
    public static IReadOnlyCollection<string> AnyPlaceholder { get; } = ["any"];
}
