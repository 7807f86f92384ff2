using System.Text.Json.Serialization;

namespace ComplaintBot.Dialogs.Vocabulary;

/// <summary>What a complainant needs. Shown to the agent with its evidence; neither stored in the case nor exported.</summary>
[JsonConverter(typeof(IdentifierConverter<Motive>))]
public enum Motive
{
    /// <summary><c>venting</c></summary>
    Venting,
    /// <summary><c>respect</c></summary>
    Respect,
    /// <summary><c>compensation</c></summary>
    Compensation,
    /// <summary><c>agreement</c></summary>
    Agreement,
    /// <summary><c>contribution</c></summary>
    Contribution,
    /// <summary><c>revenge</c></summary>
    Revenge,
}
