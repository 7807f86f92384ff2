using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Turns;

/// <summary>What a channel account stands for.</summary>
/// <param name="Playbooks">The playbooks its complaints may go by; with one there is no detection.</param>
/// <param name="Tongue">The language until the customer shows another.</param>
internal sealed record Site(IReadOnlyList<string> Playbooks, Tongue Tongue)
{
    /// <summary>A site whose language is that of the customer's client: its tag (<c>zh-CN</c>, <c>en-GB</c>), Chinese where there is none, English where we speak none.</summary>
    public static Site For(IReadOnlyList<string> playbooks, string? locale) =>
        new(playbooks, TongueTags.TryParse(locale, out var tongue) ? tongue : locale is null ? Tongue.ZhHans : Tongue.En);
}
