namespace ComplaintBot.Dialogs.Vocabulary;

/// <summary>The tags of <see cref="Tongue"/>, as BCP 47 writes them.</summary>
public static class TongueTags
{
    private static readonly string[] Traditional = ["Hant", "TW", "HK", "MO"];

    /// <summary>The BCP 47 tag.</summary>
    public static string Tag(this Tongue tongue) => tongue switch { Tongue.ZhHant => "zh-Hant", Tongue.En => "en", _ => "zh-Hans" };

    /// <summary>Reads <c>zh</c>, <c>zh-Hans</c>, <c>zh-CN</c>, <c>zh-Hant</c>, <c>zh-TW</c>, <c>zh-HK</c>, <c>zh-MO</c>, <c>en</c> and <c>en-…</c>, upper or lower case.</summary>
    public static bool TryParse(string? tag, out Tongue tongue)
    {
        var text = tag ?? "";
        tongue = Tongue.ZhHans;
        if (text.StartsWith("en", StringComparison.OrdinalIgnoreCase)) { tongue = Tongue.En; return true; }
        if (!text.StartsWith("zh", StringComparison.OrdinalIgnoreCase)) return false;
        if (text.Length >= 5 && IsTraditional(text.AsSpan(3))) tongue = Tongue.ZhHant;
        return true;
    }

    private static bool IsTraditional(ReadOnlySpan<char> place)
    {
        foreach (var known in Traditional)
            if (place.Equals(known, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
