namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>Recognises bank card and identity numbers, so that they never become a fact.</summary>
internal static class PersonalNumber
{
    // How far in front of a number its name may end, with a linking word between.
    private const int Reach = 6;

    /// <summary>Whether a row of digits is such a number: named as one, or shaped as one and not named as an order.</summary>
    public static bool Is(FactReading reading, DigitRun run)
    {
        var digits = run.Digits.AsSpan();
        if (digits.Length < CardIssuers.Shortest || run.HasPlus) return false;
        if (EndsNear(reading, CueKind.CardNumber, run.Span.Start)) return true;
        if (EndsNear(reading, CueKind.OrderNumber, run.Span.Start) || EndsNear(reading, CueKind.BatchOrSerial, run.Span.Start)) return false;
        // Mistyped cards of the commonest network count too.
        var usual = digits.Length >= 16 && digits.StartsWith("62");
        return CardIssuers.IsIssued(digits) && (usual || run.Groups > 2 || CardIssuers.HasCheckDigit(digits)) || IsIdentity(digits, reading.Text, run.Span.End);
    }

    private static bool EndsNear(FactReading reading, CueKind kind, int at)
    {
        var cues = reading.CuesIn(kind, new Span(Math.Max(0, at - 2 * Reach), at));
        return cues.Length > 0 && cues[^1].End >= at - Reach;
    }

    private static bool IsIdentity(ReadOnlySpan<char> digits, string text, int end)
    {
        if (digits.Length == IdentityNumber.Length) return IdentityNumber.Is(digits);
        if (digits.Length != IdentityNumber.Length - 1 || end >= text.Length || text[end] != 'x') return false;
        Span<char> whole = stackalloc char[IdentityNumber.Length];
        digits.CopyTo(whole);
        whole[^1] = 'x';
        return IdentityNumber.Is(whole);
    }
}
