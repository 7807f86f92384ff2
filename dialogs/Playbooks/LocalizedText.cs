using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Playbooks;

/// <summary>A text in the two languages that are written; zh-Hant is made from zh by conversion of the script when it is said.</summary>
/// <param name="Zh">Simplified Chinese.</param>
/// <param name="En">English.</param>
public sealed record LocalizedText(string Zh, string En)
{
    /// <summary>The text to be said in a language (zh-Hant still in simplified script).</summary>
    public string In(Tongue tongue) => tongue == Tongue.En ? En : Zh;
}
