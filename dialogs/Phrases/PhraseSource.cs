namespace ComplaintBot.Dialogs.Phrases;

/// <summary>One phrase file before it is read. Its name ends in <c>.zh-Hans.yaml</c> or <c>.en.yaml</c>, which says its language.</summary>
internal sealed record PhraseSource(string File, string Text);
