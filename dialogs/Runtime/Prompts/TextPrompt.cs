namespace ComplaintBot.Dialogs.Runtime.Prompts;

/// <summary>Asks for words. Any message with text will do, trimmed, unless a recognizer or validator says otherwise.</summary>
/// <param name="id">The name in its set.</param>
/// <param name="recognize">Finds the words wanted.</param>
/// <param name="validator">Decides whether they will do.</param>
public sealed class TextPrompt(string id, Recognize<string>? recognize = null, PromptValidator<string>? validator = null)
    : Prompt<string>(id, validator)
{
    private readonly Recognize<string> recognize = recognize ?? NeutralRecognizers.Text;

    /// <inheritdoc/>
    protected override PromptRecognizerResult<string> OnRecognize(TurnContext context, PromptOptions options) => recognize(context);
}
