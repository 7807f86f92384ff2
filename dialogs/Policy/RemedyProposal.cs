using ComplaintBot.Dialogs.Playbooks;

namespace ComplaintBot.Dialogs.Policy;

/// <summary>What the bot may put to the customer next.</summary>
public abstract record RemedyProposal
{
    private RemedyProposal() { }

    /// <summary>A rung of the ladder within the bot's authority.</summary>
    /// <param name="Best">The rung.</param>
    /// <param name="Alternative">Another one to choose from, or null.</param>
    public sealed record Ladder(PricedRung Best, PricedRung? Alternative) : RemedyProposal;

    /// <summary>The complaint rests on a misunderstanding: what helps to make it work.</summary>
    /// <param name="Question">What makes it visible without contradicting.</param>
    /// <param name="Help">The explanation.</param>
    public sealed record Explain(LocalizedText Question, LocalizedText Help) : RemedyProposal;

    /// <summary>Nothing that is left may be granted by the bot: somebody with more authority decides.</summary>
    public sealed record Above : RemedyProposal;
}
