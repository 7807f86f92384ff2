using System.Collections.Concurrent;
using ComplaintBot.Dialogs.Language.Categories;
using ComplaintBot.Dialogs.Language.Cues;
using ComplaintBot.Dialogs.Language.Facts;
using ComplaintBot.Dialogs.Language.Models;
using ComplaintBot.Dialogs.Language.Reading;
using ComplaintBot.Dialogs.Language.Script;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Language;

/// <summary>
/// Understands a message by word lists, the shape of the writing and the example sentences of the playbooks. Make one and share it:
/// it is safe for use by many threads and keeps what it learned from each playbook.
/// </summary>
public sealed class TextAnalyzer : ITextAnalyzer
{
    private const int LongestText = 10_000;
    private const double SomeEvidence = 0.05;

    private readonly Lazy<CueFinder> lists;
    private readonly Lazy<JointModel?> trained;
    private readonly FactRecognizer recognizer = new();
    private readonly ConcurrentDictionary<string, PlaybookClassifier> classifiers = new(StringComparer.Ordinal);

    /// <summary>An analyzer with the word lists and the model that ship with the dialogs. They are read for the first message: a process that waits for one does without.</summary>
    public TextAnalyzer() : this(new Lazy<CueFinder>(() => LexiconSet.Default.Finder), new(() => JointModel.Default)) { }

    /// <summary>An analyzer with other word lists.</summary>
    public TextAnalyzer(LexiconSet lexicons) : this(lexicons, JointModel.Default) { }

    /// <summary>An analyzer with another model; without one the rules decide alone.</summary>
    internal TextAnalyzer(LexiconSet lexicons, JointModel? model) : this(new Lazy<CueFinder>((lexicons ?? throw new ArgumentNullException(nameof(lexicons))).Finder), new(model)) { }

    private TextAnalyzer(Lazy<CueFinder> lists, Lazy<JointModel?> trained) => (this.lists, this.trained) = (lists, trained);

    private CueFinder Finder => lists.Value;

    private JointModel? Model => trained.Value;

    /// <inheritdoc/>
    public MessageAnalysis Analyze(AnalysisRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var classifier = ClassifierFor(request.Playbooks);
        var message = Hear(request);
        Span<Trigger> seen = stackalloc Trigger[8];
        seen = seen[..Danger.Seen(message.Cues, seen)];
        var place = message.Place;
        var intents = IntentReader.Read(message);
        var facts = WholeAnswer.Drop(message.Facts, AskedReader.Fact(request.Question), intents, message.Heat.Anger, request.Text);
        if (facts.Count == 0 && message.Facts.Count > 0) intents = [.. intents.Where(intent => intent != Intent.GiveFact)];
        var heads = intents.Contains(Intent.Complain) ? HeadReader.Read(message, classifier, place, seen) : [];
        var playbook = request.Playbooks.Count == 1 ? request.Playbooks[0] : heads.Count > 0 || TellsBusiness(place, intents) ? place.Label?.Playbook : null;
        return new MessageAnalysis
        {
            Text = request.Text,
            Language = message.Language,
            Sentiment = message.Tone.Sentiment,
            Scores = message.Tone.Scores,
            Anger = message.Heat.Anger,
            Flags = message.Heat.Flags,
            Intents = intents,
            Playbook = playbook?.Id,
            PlaybookConfidence = request.Playbooks.Count == 1 ? 1 : playbook is null ? 0 : place.Business,
            Category = heads.Count > 0 ? heads[0].Category : null,
            Confidence = heads.Count > 0 ? heads[0].Confidence : 0,
            Heads = heads,
            Triggers = TriggerReader.Read(message, intents, playbook),
            Facts = facts,
            Score = message.Asked is Asked.Satisfaction or Asked.Nothing ? ScoreOf(message.Text, message.Asked) : null,
        };
    }

    // What business a message is about is often plain where no category is: "you lot lost my sofa".
    private static bool TellsBusiness(Placement place, IReadOnlyList<Intent> intents) =>
        place.IsTrained && (intents.Contains(Intent.Complain) || place.Evidence >= SomeEvidence);

    /// <summary>Everything but the intents and triggers, which are read from it.</summary>
    internal Message Hear(AnalysisRequest request)
    {
        var heard = request.Text.Length <= LongestText ? request.Text : request.Text[..LongestText];
        var text = NormalizedText.From(heard);
        var language = LanguageReader.Read(heard, request.Spoken);
        var asked = AskedReader.Read(request.Question, Finder);
        var cues = Finder.Find(text.Text);
        Span<Trigger> seen = stackalloc Trigger[8];
        seen = seen[..Danger.Seen(cues, seen)];
        var marks = Marks.Of(text.Source);
        var tone = ToneReader.Read(cues, marks, isStatement: false);
        var heat = HeatReader.Read(cues, marks, tone);
        using var features = new MessageFeatures(cues, marks, asked, tone, heat);
        var judged = Model?.Judge(features.Grams, features.Signs);
        var trades = request.Playbooks.Count == 1 ? [] : TradeReader.Read(cues);
        var place = ClassifierFor(request.Playbooks).Place(text.Text, seen, judged, trades);
        var facts = recognizer.Recognize(text, new FactContext(request.Now, request.Playbooks, AskedReader.Fact(request.Question), request.Question, language));
        if (!place.IsTrained)
        {
            tone = ToneReader.Read(cues, marks, Statement.Is(cues, asked, facts, place.Evidence));
            heat = HeatReader.Read(cues, marks, tone);
        }
        var units = Length.Units(text.Text);
        if (judged is not null)
        {
            heat = new Heat(Judgement.AngerOf(heat.Anger, units, judged), Judgement.FlagsOf(heat.Flags, tone, units, judged));
            tone = Judgement.ToneOf(tone, units, judged) is var both && !place.IsTrained ? both with { IsGrievance = both.IsGrievance || tone.IsGrievance } : both;
        }
        return new Message { Text = text, Units = units, Language = language, Cues = cues, Asked = asked, Marks = marks, Tone = tone, Heat = heat, Facts = facts, Judged = judged, Trades = trades, Place = place };
    }

    // A bare digit is a score only when one was asked for; "5分" is one anyway.
    private static int? ScoreOf(NormalizedText text, Asked asked) =>
        asked == Asked.Satisfaction || text.Text.Length <= 4 && text.Text.Contains('分') ? AnswerReading.Score(text) : null;

    private PlaybookClassifier ClassifierFor(IReadOnlyList<Playbook> playbooks)
    {
        var key = playbooks.Count == 1 ? playbooks[0].Fingerprint : string.Join('+', playbooks.Select(playbook => playbook.Fingerprint));
        return classifiers.TryGetValue(key, out var known) ? known : classifiers.GetOrAdd(key, _ => new PlaybookClassifier(playbooks, Model?.Outputs));
    }
}
