using ComplaintBot.Dialogs.Language.Categories;
using ComplaintBot.Dialogs.Language.Cues;
using ComplaintBot.Dialogs.Language.Models;
using ComplaintBot.Dialogs.Language.Script;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Language.Reading;

/// <summary>What is known of a message before its intents and triggers are read.</summary>
internal sealed record Message
{
    /// <summary>The message and its form for matching.</summary>
    public required NormalizedText Text { get; init; }

    /// <summary>The language an answer should be in.</summary>
    public required Tongue Language { get; init; }

    /// <summary>What the word lists found.</summary>
    public required FoundCues Cues { get; init; }

    /// <summary>What kind of question it may answer.</summary>
    public required Asked Asked { get; init; }

    /// <summary>How it is written.</summary>
    public required Marks Marks { get; init; }

    /// <summary>How it sounds.</summary>
    public required Tone Tone { get; init; }

    /// <summary>How hot it runs.</summary>
    public required Heat Heat { get; init; }

    /// <summary>The facts in it.</summary>
    public required IReadOnlyList<FactMention> Facts { get; init; }

    /// <summary>What the trained model makes of it; null when there is none.</summary>
    public required Judged? Judged { get; init; }

    /// <summary>How much it says in the words of each trade; empty where there is only one playbook. See <see cref="TradeReader"/>.</summary>
    public required float[] Trades { get; init; }

    /// <summary>Where it belongs among the categories of its playbooks.</summary>
    public required Placement Place { get; init; }

    /// <summary>How long it is; see <see cref="Length.Units"/>.</summary>
    public required int Units { get; init; }

    /// <summary>Whether it is short enough to be nothing but an answer: 16 Chinese characters or 10 words.</summary>
    public bool IsShort => Units <= 20;

    /// <summary>The words of a hit as they were written.</summary>
    public string Words(Hit hit) => Text.Original(hit.Start, hit.Length);

    /// <summary>The words by which the model came to an output, as a hit of no particular cue.</summary>
    /// <exception cref="InvalidOperationException">There is no model.</exception>
    public Hit Learned(int output)
    {
        var judged = Judged ?? throw new InvalidOperationException("Only a model learns.");
        var (start, length) = LearnedEvidence.Find(judged, output, Text.Text);
        return new Hit(Cue.Fault, start, start + length, 1);
    }
}
