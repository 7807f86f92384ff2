namespace ComplaintBot.Dialogs.Playbooks;

/// <summary>A claim that the law backs. To be confirmed by the business's lawyer; never called unreasonable, never settled by the bot.</summary>
/// <param name="Id">The identifier within the playbook.</param>
/// <param name="Article">The article as the agent sees it.</param>
/// <param name="Words">Words in a demand that show it ("退一赔三", "十倍").</param>
/// <param name="Multiple">Times the price.</param>
/// <param name="Minimum">The least sum in the playbook's currency.</param>
public sealed record StatutoryClaim(string Id, LocalizedText Article, LocalizedList Words, decimal Multiple, decimal Minimum);
