using System.Globalization;
using ComplaintBot.Dialogs.Cases;

namespace ComplaintBot.Dialogs.Policy;

/// <summary>Reads the sums that a customer named.</summary>
internal static class Sums
{
    /// <summary>A fact as a sum of 0 or more, with the currency (ISO 4217) when one was said; null when it is not known or is no sum.</summary>
    public static (decimal Amount, string? Currency)? Of(ComplaintCase complaint, string fact) =>
        complaint.Find(fact) is { } known && decimal.TryParse(known.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            ? (amount, known.Unit)
            : null;
}
