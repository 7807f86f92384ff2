using ComplaintBot.Dialogs.Language;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint;

/// <summary>What is understood of a message before its turn.</summary>
/// <param name="Message">The message by itself, read with the question just asked; null for activities that are none.</param>
/// <param name="Statement">Everything said so far as a whole, while the customer is still telling; null when there is nothing before the message.</param>
public readonly record struct Understanding(MessageAnalysis? Message, MessageAnalysis? Statement)
{
    /// <summary>Asks an analyzer.</summary>
    /// <param name="analyzer">The analyzer.</param>
    /// <param name="state">The conversation as loaded.</param>
    /// <param name="activity">What came.</param>
    /// <param name="playbooks">The playbooks it may be about.</param>
    /// <param name="now">The customer's clock.</param>
    public static Understanding Of(ITextAnalyzer analyzer, ConversationState state, Activity activity, IReadOnlyList<Playbook> playbooks, DateTimeOffset now)
    {
        if (activity.Type != ActivityTypes.Message) return default;
        var text = activity.Text ?? "";
        var request = new AnalysisRequest(text, now, playbooks) { Question = state.Expects == Expects.None ? null : state.Expects, Spoken = state.Speech.Tongue };
        var message = analyzer.Analyze(request);
        if (state is not { Owner: Owner.Bot, ExpectedFact: null, Vent: { Over: false, Words.Length: > 0 } }) return new(message, null);
        var answered = state.Question == OpenQuestion.Business && (message.Heads.Count == 0 || message.Has(Intent.Affirm) || message.Has(Intent.Deny));
        var words = answered ? state.Vent.Words : $"{state.Vent.Words}\n{text}";
        return new(message, analyzer.Analyze(request with { Text = words, Question = null }));
    }
}
