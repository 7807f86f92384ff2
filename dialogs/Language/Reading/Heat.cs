using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Language.Reading;

/// <summary>How hot a message runs.</summary>
/// <param name="Anger">0 calm to 4 furious.</param>
/// <param name="Flags">Insult, threat, despair, sarcasm.</param>
internal readonly record struct Heat(int Anger, IReadOnlyList<MessageFlag> Flags);
