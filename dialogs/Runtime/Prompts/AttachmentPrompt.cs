using ComplaintBot.Dialogs.Runtime.Activities;

namespace ComplaintBot.Dialogs.Runtime.Prompts;

/// <summary>Asks for pictures or files. Any message with an attachment will do, unless a recognizer or validator says otherwise.</summary>
/// <param name="id">The name in its set.</param>
/// <param name="recognize">Picks the attachments wanted.</param>
/// <param name="validator">Decides whether they will do.</param>
public sealed class AttachmentPrompt(
    string id,
    Recognize<IReadOnlyList<Attachment>>? recognize = null,
    PromptValidator<IReadOnlyList<Attachment>>? validator = null)
    : Prompt<IReadOnlyList<Attachment>>(id, validator)
{
    private readonly Recognize<IReadOnlyList<Attachment>> recognize = recognize ?? NeutralRecognizers.Attachments;

    /// <inheritdoc/>
    protected override PromptRecognizerResult<IReadOnlyList<Attachment>> OnRecognize(TurnContext context, PromptOptions options) => recognize(context);
}
