namespace ComplaintBot.Desk.Accounts;

/// <summary>People who take the same kind of chat.</summary>
/// <param name="Id">Never changes.</param>
/// <param name="Name">What it is called; unique whatever the case.</param>
/// <param name="Playbooks">The playbooks it knows; none stands for all.</param>
/// <param name="Languages">The languages it writes; none stands for all.</param>
/// <param name="ForAbuse">Whether it is trained for abusive customers.</param>
internal sealed record Team(string Id, string Name, IReadOnlyList<string> Playbooks, IReadOnlyList<string> Languages, bool ForAbuse);
