using System.Text.Json;
using System.Text.Json.Serialization;

namespace ComplaintBot.Dialogs.Vocabulary;

/// <summary>The language a customer is answered in.</summary>
[JsonConverter(typeof(TongueConverter))]
public enum Tongue
{
    /// <summary><c>zh-Hans</c></summary>
    ZhHans,

    /// <summary><c>zh-Hant</c>: written from zh-Hans by conversion of the script.</summary>
    ZhHant,

    /// <summary><c>en</c></summary>
    En,
}

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

/// <summary>Writes a <see cref="Tongue"/> as its tag.</summary>
public sealed class TongueConverter : JsonConverter<Tongue>
{
    /// <inheritdoc/>
    public override Tongue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TongueTags.TryParse(reader.GetString(), out var tongue) ? tongue : throw new JsonException($"'{reader.GetString()}' is no language we speak.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Tongue value, JsonSerializerOptions options) => writer.WriteStringValue(value.Tag());
}
