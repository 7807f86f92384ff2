namespace ComplaintBot.Dialogs.Runtime.Prompts;

/// <summary>
/// Decides whether an answer will do. It is asked also when nothing was recognized. A validator that says itself what was wrong
/// sends an activity; the prompt then says nothing more.
/// </summary>
/// <typeparam name="T">What the prompt looks for.</typeparam>
/// <param name="prompt">The answer and its circumstances.</param>
public delegate bool PromptValidator<T>(PromptValidatorContext<T> prompt);
