using ComplaintBot.Dialogs.Language.Recognizers;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Desk;

/// <summary>Hides how a customer is reached from who does not have the case: phone numbers but for their last two digits, and who an e-mail address belongs to.</summary>
internal static class ContactMask
{
    /// <summary>Beyond this nothing is looked for, and nothing shown.</summary>
    private const int Longest = 10_000;

    private const int Kept = 2;

    /// <summary>Whether a fact says how somebody is reached.</summary>
    public static bool IsContact(string fact) => fact is FactNames.ContactPhone or FactNames.ContactEmail;

    /// <summary>A text with every phone number and address hidden; the same object when there is none.</summary>
    public static string Hide(string text)
    {
        if (text.Length > Longest) text = text[..Longest];
        if (!text.Contains('@', StringComparison.Ordinal) && text.Count(char.IsDigit) < 5) return text;
        char[]? hidden = null;
        foreach (var phone in EntityRecognizer.Recognize(EntityKind.PhoneNumber, text, default)) Digits(hidden ??= text.ToCharArray(), phone.Start, phone.End);
        foreach (var mail in EntityRecognizer.Recognize(EntityKind.Email, text, default)) Local(hidden ??= text.ToCharArray(), mail.Start, mail.End);
        return hidden is null ? text : new(hidden);
    }

    /// <summary>The value of a fact that says how somebody is reached: nothing of it is left but its end.</summary>
    public static string HideAll(string value) => string.Create(value.Length, value, (hidden, from) =>
    {
        from.CopyTo(hidden);
        hidden[..Math.Max(0, hidden.Length - Kept)].Fill('*');
    });

    private static void Digits(char[] text, int first, int last)
    {
        var left = text.AsSpan(first, last - first + 1).ToArray().Count(char.IsDigit) - Kept;
        for (var i = first; i <= last && left > 0; i++)
        {
            if (!char.IsDigit(text[i])) continue;
            text[i] = '*';
            left--;
        }
    }

    private static void Local(char[] text, int first, int last)
    {
        for (var i = first; i <= last && text[i] != '@'; i++) text[i] = '*';
    }
}
