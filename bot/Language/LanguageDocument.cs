namespace ComplaintBot.Language;

/// <summary>A text as it is sent.</summary>
/// <param name="Text">The text, at most as long as the service takes.</param>
/// <param name="Language">Its language as the service names it: <c>zh-hans</c>, <c>zh-hant</c> or <c>en</c>.</param>
internal sealed record LanguageDocument(string Text, string Language);
