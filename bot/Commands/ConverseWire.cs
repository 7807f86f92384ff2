using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ComplaintBot.Dialogs.Language;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Commands;

/// <summary>One line into <c>converse</c>.</summary>
internal sealed record ConverseInput(string Session, string? Playbook, DateTimeOffset? Now, string? Text);

/// <summary>One line out of <c>converse</c>.</summary>
internal sealed record ConverseOutput(string Session, IReadOnlyList<ConverseReply> Replies, Owner Owner, ConverseCase Case, IReadOnlyList<ConverseEntry> Timeline);

/// <summary>A message of the bot.</summary>
internal sealed record ConverseReply(string Text, string? Stage, string? Step, string? Expects, string? Owner, IReadOnlyList<string> Suggested);

/// <summary>The case as the conversation knows it.</summary>
internal sealed record ConverseCase
{
    public string? Number { get; init; }
    public CaseState State { get; init; }
    public string? Playbook { get; init; }
    public string? Category { get; init; }
    public required IReadOnlyList<string> Categories { get; init; }
    public Severity Severity { get; init; }
    public Cause? Cause { get; init; }
    public required IReadOnlyDictionary<string, string> Facts { get; init; }
    public required IReadOnlyList<ConverseTrigger> Triggers { get; init; }
    public ConverseHandoff? Handoff { get; init; }
    public ConverseRemedy? Remedy { get; init; }
    public int? Satisfaction { get; init; }
}

/// <summary>A trigger with evidence in the conversation.</summary>
internal sealed record ConverseTrigger(Trigger Id, string Words, bool Fired);

/// <summary>Why and to whom the chat was handed over.</summary>
internal sealed record ConverseHandoff(Trigger? Trigger, string Words, int Priority, IReadOnlyList<string> To, DateTimeOffset At);

/// <summary>The last remedy offered.</summary>
internal sealed record ConverseRemedy(RemedyKind Kind, decimal? Value, RemedyState State, bool Accepted);

/// <summary>An entry of the timeline.</summary>
internal sealed record ConverseEntry(Step? Step, string Kind, DateTimeOffset At);

/// <summary>One line into <c>understand</c>.</summary>
internal sealed record UnderstandInput(string Text, string? Playbook, string? Question, DateTimeOffset? Now);

/// <summary>What the commands read and write, generated at build time; one line each, Chinese unescaped.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = false)]
[JsonSerializable(typeof(ConverseInput))]
[JsonSerializable(typeof(ConverseOutput))]
[JsonSerializable(typeof(UnderstandInput))]
[JsonSerializable(typeof(MessageAnalysis))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class CommandJson : JsonSerializerContext
{
    /// <summary>The context to use: with Chinese text unescaped.</summary>
    public static CommandJson Lines => Relaxed.Context;

    /// <summary>The line that answers one that could not be worked off: which it was, as far as it could be read, and why.</summary>
    public static string Error(string name, string? value, string reason)
    {
        var line = new Dictionary<string, string>();
        if (value is not null) line[name] = value;
        line["error"] = reason;
        return JsonSerializer.Serialize(line, Lines.DictionaryStringString);
    }

    private static class Relaxed
    {
        internal static readonly CommandJson Context = new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
