namespace ComplaintBot.Dialogs.Runtime.Prompts;

/// <summary>Asks for a day or a time. Without a recognizer it knows ISO 8601 only, see <see cref="NeutralRecognizers.IsoDate"/>.</summary>
/// <param name="id">The name in its set.</param>
/// <param name="recognize">Finds the time, in words where wanted; relative ones count from <see cref="TurnContext.Now"/>.</param>
/// <param name="validator">Decides whether it will do.</param>
public sealed class DateTimePrompt(string id, Recognize<DateTimeOffset>? recognize = null, PromptValidator<DateTimeOffset>? validator = null)
    : Prompt<DateTimeOffset>(id, validator)
{
    private readonly Recognize<DateTimeOffset> recognize = recognize ?? NeutralRecognizers.IsoDate;

    /// <inheritdoc/>
    protected override PromptRecognizerResult<DateTimeOffset> OnRecognize(TurnContext context, PromptOptions options) => recognize(context);
}
