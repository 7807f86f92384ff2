using System.Text.Json.Serialization;

namespace ComplaintBot.Dialogs.Vocabulary;

/// <summary>Who may do what, in rising order of authority over remedies.</summary>
[JsonConverter(typeof(IdentifierConverter<Role>))]
public enum Role
{
    /// <summary><c>bot</c></summary>
    Bot,
    /// <summary><c>agent</c></summary>
    Agent,
    /// <summary><c>supervisor</c></summary>
    Supervisor,
    /// <summary><c>manager</c></summary>
    Manager,
}
