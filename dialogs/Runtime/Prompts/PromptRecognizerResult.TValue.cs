namespace ComplaintBot.Dialogs.Runtime.Prompts;

/// <summary>What a recognizer made of an answer. The default says that nothing was found.</summary>
/// <typeparam name="T">What it looks for.</typeparam>
/// <param name="Succeeded">Whether it found one.</param>
/// <param name="Value">What it found; the default when it did not.</param>
public readonly record struct PromptRecognizerResult<T>(bool Succeeded, T? Value);
