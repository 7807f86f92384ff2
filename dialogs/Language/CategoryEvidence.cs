namespace ComplaintBot.Dialogs.Language;

/// <summary>One complaint found in a message.</summary>
/// <param name="Category">A category of the playbook.</param>
/// <param name="Words">The words of the message it came from, verbatim.</param>
/// <param name="Confidence">0 to 1.</param>
public sealed record CategoryEvidence(string Category, string Words, double Confidence);
