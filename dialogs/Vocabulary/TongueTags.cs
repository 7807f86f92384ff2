namespace ComplaintBot.Dialogs.Vocabulary;

/// <summary>The tags of <see cref="Tongue"/>, as BCP 47 writes them.</summary>
public static class TongueTags
{
    /// <summary>The BCP 47 tag.</summary>
    public static string Tag(this Tongue tongue) => tongue switch { Tongue.ZhHant => "zh-Hant", Tongue.En => "en", _ => "zh-Hans" };

    /// <summary>Reads <c>zh</c>, <c>zh-Hans</c>, <c>zh-CN</c>, <c>zh-Hant</c>, <c>zh-TW</c>, <c>zh-HK</c>, <c>zh-MO</c>, <c>en</c> and <c>en-…</c>, upper or lower case.</summary>
    public static bool TryParse(string? tag, out Tongue tongue)
    {
        var text = tag ?? "";
        tongue = Tongue.ZhHans;
        if (text.StartsWith("en", StringComparison.OrdinalIgnoreCase)) { tongue = Tongue.En; return true; }
        if (!text.StartsWith("zh", StringComparison.OrdinalIgnoreCase)) return false;
        if (text.Length >= 5 && text[3..].ToUpperInvariant() is "HANT" or "TW" or "HK" or "MO") tongue = Tongue.ZhHant;
        return true;
    }
}
