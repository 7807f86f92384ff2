namespace ComplaintBot.Dialogs.Language.Cues;

/// <summary>Where in a message a phrase must stand.</summary>
[Flags]
internal enum Anchor
{
    /// <summary>Anywhere.</summary>
    None = 0,

    /// <summary><c>^</c>: first in its clause, fillers aside.</summary>
    ClauseStart = 1,

    /// <summary><c>$</c>: last in its clause, particles aside.</summary>
    ClauseEnd = 2,

    /// <summary><c>=</c>: the phrase is the message, fillers and particles aside.</summary>
    Whole = 4,
}
