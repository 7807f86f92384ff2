namespace ComplaintBot.Dialogs.Runtime.Prompts;

/// <summary>Makes results of recognizers. For nothing found, return <c>default</c>.</summary>
public static class PromptRecognizerResult
{
    /// <summary>Something was found.</summary>
    /// <typeparam name="T">What was looked for.</typeparam>
    /// <param name="value">What was found.</param>
    public static PromptRecognizerResult<T> Found<T>(T value) => new(true, value);
}
