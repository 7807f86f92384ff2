using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Playbooks;

/// <summary>Lists of texts in both languages: variants, example sentences, words. The two need not be of one length.</summary>
/// <param name="Zh">Simplified Chinese.</param>
/// <param name="En">English.</param>
public sealed record LocalizedList(IReadOnlyList<string> Zh, IReadOnlyList<string> En)
{
    /// <summary>No texts.</summary>
    public static LocalizedList Empty { get; } = new([], []);

    /// <summary>The texts of a language.</summary>
    public IReadOnlyList<string> In(Tongue tongue) => tongue == Tongue.En ? En : Zh;
}
