namespace ComplaintBot.Commands;

/// <summary>Somebody who works at the desk of an invented busy hour.</summary>
internal sealed class SeedPerson
{
    /// <summary>What the script calls them.</summary>
    public string Key { get; set; } = "";

    /// <summary>What everybody else calls them.</summary>
    public string Name { get; set; } = "";

    /// <summary>The identifier of their role.</summary>
    public string Role { get; set; } = "";

    /// <summary>Tags of the languages they write; none stands for all.</summary>
    public List<string> Languages { get; set; } = [];
}
