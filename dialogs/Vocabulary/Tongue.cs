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
