using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Cases;

/// <summary>One complaint of a case; each gets its own answer.</summary>
public sealed class Head
{
    /// <summary>A category of the playbook.</summary>
    public string Category { get; set; } = "";

    /// <summary>The customer's words it came from.</summary>
    public string Words { get; set; } = "";

    /// <summary>The cause, as far as judged.</summary>
    public Cause Cause { get; set; }

    /// <summary>Whether a person was called for it: nobody is called a second time because of what it is. Null stands for no.</summary>
    public bool? Called { get; set; }

    /// <summary>Whether an answer was given: a remedy accepted, an explanation taken, a person called in.</summary>
    public bool Answered { get; set; }
}
