using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Dialogs.Vocabulary.Stored;

namespace ComplaintBot.Dialogs.Phrases;

/// <summary>How what was said is stored within its conversation.</summary>
internal static class SpeechForm
{
    /// <summary>The members.</summary>
    public static readonly StoredForm<Speech> Speech = new StoredForm<Speech>(static () => new())
        .By("tongue", new TongueConverter(), it => it.Tongue, (it, tongue) => it.Tongue = tongue)
        .Number("seed", it => it.Seed, (it, seed) => it.Seed = seed)
        .By("said", new SaidConverter(), it => it.Said, (it, said) => it.Said = said)
        .By("uses", new UsesConverter(), it => it.Uses, (it, uses) => it.Uses = uses);
}
