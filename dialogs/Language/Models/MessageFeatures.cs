using ComplaintBot.Dialogs.Language.Cues;
using ComplaintBot.Dialogs.Language.Reading;

namespace ComplaintBot.Dialogs.Language.Models;

/// <summary>What a model sees of a message, in rented memory: dispose it when the message has been judged.</summary>
internal ref struct MessageFeatures
{
    private FeatureList grams;
    private FeatureList signs;

    /// <summary>Reads the features of a message. Training and use go through here, so that both see the same.</summary>
    /// <param name="cues">What the word lists found, and the normalized text.</param>
    /// <param name="marks">How it is written.</param>
    /// <param name="asked">What was asked before.</param>
    /// <param name="tone">What the rules make of its tone.</param>
    /// <param name="heat">What the rules make of its heat.</param>
    public MessageFeatures(FoundCues cues, Marks marks, Asked asked, Tone tone, Heat heat)
    {
        grams = new FeatureList(64 + 8 * cues.Text.Length);
        signs = new FeatureList(128);
        GramReader.Read(cues.Text, ref grams);
        SignReader.Read(cues, marks, asked, tone, heat, PolarityLexicon.Default, ref signs);
    }

    /// <summary>What stands in the text.</summary>
    public readonly ReadOnlySpan<Feature> Grams => grams.All;

    /// <summary>What is said of the message as a whole.</summary>
    public readonly ReadOnlySpan<Feature> Signs => signs.All;

    /// <summary>Gives the memory back.</summary>
    public readonly void Dispose()
    {
        grams.Dispose();
        signs.Dispose();
    }
}
