namespace ComplaintBot.Dialogs.Phrases;

/// <summary>The phrase files cannot be used as they are. Thrown once at start-up with everything that is wrong.</summary>
public sealed class PhraseBookException : Exception
{
    /// <summary>Makes the exception; its message holds one mistake a line.</summary>
    public PhraseBookException(IReadOnlyList<string> mistakes)
        : base($"The phrases have {mistakes.Count} mistake(s):{Environment.NewLine}{string.Join(Environment.NewLine, mistakes)}") => Mistakes = mistakes;

    /// <summary>Every mistake found: file, situation and what is wrong.</summary>
    public IReadOnlyList<string> Mistakes { get; }
}
