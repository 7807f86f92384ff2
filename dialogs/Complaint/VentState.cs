namespace ComplaintBot.Dialogs.Complaint;

/// <summary>How far the customer has been heard out.</summary>
public sealed class VentState
{
    /// <summary>What the customer has said so far, at most <see cref="Longest"/> characters of it, the latest kept.</summary>
    public string Words { get; set; } = "";

    /// <summary>Whole statements so far; fragments of a sentence don't count.</summary>
    public int Statements { get; set; }

    /// <summary>Fragments in a row.</summary>
    public int Fragments { get; set; }

    /// <summary>Whether the one vent question was asked.</summary>
    public bool Asked { get; set; }

    /// <summary>Whether the first answer after the grievance was known has been given.</summary>
    public bool Answered { get; set; }

    /// <summary>Whether the customer has been heard out.</summary>
    public bool Over { get; set; }

    /// <summary>How much of what was said is kept for understanding it as a whole.</summary>
    public const int Longest = 600;

    /// <summary>Adds a message to what was said.</summary>
    public void Add(string text)
    {
        Words = Words.Length == 0 ? text : $"{Words}\n{text}";
        if (Words.Length > Longest) Words = Words[^Longest..];
    }
}
