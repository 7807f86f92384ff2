namespace ComplaintBot.Dialogs.Runtime.Prompts;

/// <summary>Looks for an answer in what the customer sent. It must depend on the turn alone, since a turn may be run again.</summary>
/// <typeparam name="T">What it looks for.</typeparam>
/// <param name="context">The turn.</param>
public delegate PromptRecognizerResult<T> Recognize<T>(TurnContext context);
