namespace ComplaintBot.Settings;

/// <summary>A setting that is wrong, missing, or none.</summary>
/// <param name="Setting">Its name.</param>
/// <param name="Remedy">What to write; null where there is no such setting.</param>
/// <param name="Found">What was found; null where nothing was, or where it may be a secret.</param>
/// <param name="IsMissing">Whether it must be there and is not.</param>
/// <param name="Values">What fills the placeholders of the remedy.</param>
internal sealed record SettingMistake(string Setting, Remedy? Remedy, string? Found, bool IsMissing, IReadOnlyList<(string Name, string Value)> Values);
