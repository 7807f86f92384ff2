using System.Runtime.CompilerServices;
using ComplaintBot.Dialogs.Language.Script;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>
/// Finds the facts that complainants say, in Chinese, English and both mixed. The readers run in a fixed order and take the
/// characters they understand: addresses and case numbers, cards and telephones, codes, times, money, counts; then the
/// readers of names and clauses, which may hold what was taken before. Time is linear in the length of the text.
/// </summary>
public sealed class FactRecognizer
{
    private readonly CueLexicon lexicon = CueLexicon.Embedded;
    private readonly ConditionalWeakTable<Playbook, PlaybookWords> words = [];

    /// <summary>The facts of a message, in the order of their words.</summary>
    /// <param name="text">The message; of a text over 10,000 characters the caller passes the beginning.</param>
    /// <param name="context">The clock, the playbooks and the question it must be read with.</param>
    public IReadOnlyList<FactMention> Recognize(NormalizedText text, FactContext context)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        var reading = new FactReading(text, context, lexicon, WordsFor(context));
        if (reading.Text.Length == 0) return [];
        if (context.ExpectedFact is not null && AnswerReading.IsDecline(reading)) return Declined(reading);
        Run(reading);
        return Mentions(reading);
    }

    // A playbook's own facts are looked for when it is the only one; of several only the fact that was asked for.
    private PlaybookWords? WordsFor(FactContext context)
    {
        if (context.Playbooks.Count == 1) return words.GetValue(context.Playbooks[0], static playbook => new PlaybookWords(playbook));
        if (context.ExpectedFact is not { } asked) return null;
        foreach (var playbook in context.Playbooks)
        {
            if (playbook.Facts.ContainsKey(asked)) return words.GetValue(playbook, static playbook => new PlaybookWords(playbook));
        }
        return null;
    }

    private static void Run(FactReading reading)
    {
        EmailReader.Read(reading);
        CodeReader.ReadCaseNumbers(reading);
        PhoneReader.Read(reading);
        CodeReader.Read(reading);
        WhenReader.Read(reading);
        MoneyReader.Read(reading);
        CountReader.Read(reading);
        NameReader.Read(reading);
        WhoReader.Read(reading);
        EnglishPlaceReader.Read(reading);
        PlaceReader.Read(reading);
        HealthReader.Read(reading);
        WantsReader.Read(reading);
        ContactReader.Read(reading);
        EvidenceReader.Read(reading);
        OnSiteReader.Read(reading);
        OnBehalfReader.Read(reading);
        ChoiceReader.Read(reading);
        OwnFactReader.Read(reading);
        AnswerReader.Read(reading);
        BookingName(reading);
        if (reading.Expects(FactType.Name)) reading.Results.RemoveAll(found => found.Name == FactNames.Place);
    }

    // "No" to a question that yes or no answers is an answer, not a refusal.
    private static List<FactMention> Declined(FactReading reading)
    {
        var plain = reading.FindCue(CueKind.Decline, new Span(0, reading.Text.Length)) is null;
        if (!plain) return [];
        if (reading.Expected is { Type: FactType.YesNo or FactType.Attachment }) ChoiceReader.Read(reading);
        else if (reading.Expected is { Name: FactNames.Injured or FactNames.Symptoms or FactNames.EarlierContact } asked && AnswerReading.YesNo(reading) == false) reading.Add(asked.Name, reading.Trim(new Span(0, reading.Text.Length)), "no");
        return Mentions(reading);
    }

    // A booking is found by the name it was made under.
    private static void BookingName(FactReading reading)
    {
        if (!reading.Expects(FactType.Code) || reading.Has(reading.Context.ExpectedFact!) || reading.Cues(CueKind.Booking).IsEmpty) return;
        if (reading.Results.Find(found => found.Name == FactNames.Name) is { Name: not null } name) reading.Add(reading.Context.ExpectedFact!, name.Span);
    }

    private static List<FactMention> Mentions(FactReading reading)
    {
        var results = reading.Results;
        if (results.Count == 0) return [];
        results.Sort(static (left, right) => left.Span.Start != right.Span.Start ? left.Span.Start.CompareTo(right.Span.Start) : string.CompareOrdinal(left.Name, right.Name));
        var mentions = new List<FactMention>(results.Count);
        foreach (var found in results)
        {
            var words = reading.Original(found.Span);
            mentions.Add(new FactMention(found.Name, words, found.Value ?? words, found.Unit));
        }
        return mentions;
    }
}
