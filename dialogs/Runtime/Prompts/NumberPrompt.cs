namespace ComplaintBot.Dialogs.Runtime.Prompts;

/// <summary>Asks for a number. Without a recognizer it knows digits only, see <see cref="NeutralRecognizers.Number"/>.</summary>
/// <param name="id">The name in its set.</param>
/// <param name="recognize">Finds the number, in words and with units where wanted.</param>
/// <param name="validator">Decides whether it will do.</param>
public sealed class NumberPrompt(string id, Recognize<decimal>? recognize = null, PromptValidator<decimal>? validator = null)
    : Prompt<decimal>(id, validator)
{
    private readonly Recognize<decimal> recognize = recognize ?? NeutralRecognizers.Number;

    /// <inheritdoc/>
    protected override PromptRecognizerResult<decimal> OnRecognize(TurnContext context, PromptOptions options) => recognize(context);
}
