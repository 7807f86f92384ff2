using System.Text.Json.Serialization;

namespace ComplaintBot.Dialogs.Vocabulary;

/// <summary>A way to answer one turn.</summary>
[JsonConverter(typeof(IdentifierConverter<Tactic>))]
public enum Tactic
{
    /// <summary><c>listen</c></summary>
    Listen,
    /// <summary><c>mirror</c></summary>
    Mirror,
    /// <summary><c>when-question</c></summary>
    WhenQuestion,
    /// <summary><c>topic-shift</c></summary>
    TopicShift,
    /// <summary><c>pause</c></summary>
    Pause,
    /// <summary><c>gentle-denial</c></summary>
    GentleDenial,
    /// <summary><c>reframing</c></summary>
    Reframing,
    /// <summary><c>admission</c></summary>
    Admission,
    /// <summary><c>let-pass</c></summary>
    LetPass,
}
