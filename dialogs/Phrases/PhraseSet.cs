namespace ComplaintBot.Dialogs.Phrases;

/// <summary>The wordings of one situation in one language.</summary>
/// <param name="ForBot">The bot may say them.</param>
/// <param name="ForAgents">People at the desk are offered them.</param>
/// <param name="Say">The variants, in the order of the file.</param>
/// <param name="Short">Shorter forms for when the variants are used up in a conversation.</param>
internal sealed record PhraseSet(bool ForBot, bool ForAgents, IReadOnlyList<PhraseTemplate> Say, IReadOnlyList<PhraseTemplate> Short);
