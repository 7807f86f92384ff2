namespace ComplaintBot.Dialogs.Language.Cues;

/// <summary>One line of a word list: pieces that follow each other, with gaps between them.</summary>
internal sealed record Phrase(Cue Cue, float Weight, bool Except, Anchor Anchor, IReadOnlyList<Piece> Pieces);

/// <summary>A part of a phrase that stands without a gap.</summary>
/// <param name="Spellings">The ways to write it, lower case, simplified, without apostrophes; a trailing <c>*</c> stands for the rest of a word.</param>
/// <param name="Gap">The gap allowed before it.</param>
/// <param name="Optional">Whether it may be missing.</param>
internal sealed record Piece(IReadOnlyList<string> Spellings, Gap Gap, bool Optional);

/// <summary>What may stand between two pieces.</summary>
internal enum Gap
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary><c>~</c>: up to 8 characters or 4 words of the same clause.</summary>
    Near,

    /// <summary><c>~~</c>: up to 24 characters or 12 words of the same sentence.</summary>
    Far,
}
