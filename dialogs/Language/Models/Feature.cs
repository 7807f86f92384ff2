namespace ComplaintBot.Dialogs.Language.Models;

/// <summary>Something seen in a message that a model may have learned to weigh.</summary>
/// <param name="Key">Hash of what was seen.</param>
/// <param name="Start">Where it stands in the normalized text.</param>
/// <param name="Length">How long it is; 0 for what stands nowhere in particular.</param>
internal readonly record struct Feature(uint Key, int Start, int Length);
