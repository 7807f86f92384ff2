using ComplaintBot.Dialogs.Language.Cues;
using ComplaintBot.Dialogs.Language.Script;

namespace ComplaintBot.Dialogs.Language.Reading;

/// <summary>Tells what kind of question was asked, from what the bot expects or from the question's own words.</summary>
internal static class AskedReader
{
    private const string FactPrefix = "fact:";

    /// <summary>The kind of a question; see <see cref="AnalysisRequest.Question"/>.</summary>
    public static Asked Read(string? question, CueFinder finder) => question switch
    {
        null or "" or "none" => Asked.Nothing,
        "vent" => Asked.Vent,
        "readback" => Asked.Readback,
        "offer" => Asked.Offer,
        "satisfaction" => Asked.Satisfaction,
        "anything-else" => Asked.AnythingElse,
        "confirm" => Asked.Confirm,
        _ when question.StartsWith(FactPrefix, StringComparison.Ordinal) => Asked.Fact,
        _ => FromWords(finder.Find(NormalizedText.From(question).Text)),
    };

    /// <summary>The name of the fact asked for, or null.</summary>
    public static string? Fact(string? question) =>
        question is not null && question.StartsWith(FactPrefix, StringComparison.Ordinal) ? question[FactPrefix.Length..] : null;

    private static Asked FromWords(FoundCues cues) =>
        cues.Has(Cue.AskedAnythingElse) ? Asked.AnythingElse
        : cues.Has(Cue.AskedSatisfaction) ? Asked.Satisfaction
        : cues.Has(Cue.AskedReadback) ? Asked.Readback
        : cues.Has(Cue.AskedOffer) ? Asked.Offer
        : Asked.Confirm;
}
