using System.Collections.Frozen;
using System.Text.Json;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint;

/// <summary>
/// The entity every message to the customer carries: <c>{"type":"complaint/turn","stage","step","expects","owner"}</c>, and <c>"by":"person"</c>
/// where a person said it. Channels and pages read from it what is waited for and who speaks.
/// </summary>
public static class TurnEntity
{
    /// <summary>The entity's type.</summary>
    public const string Type = "complaint/turn";

    /// <summary>The member that is there when somebody else than the bot said it.</summary>
    public const string By = "by";

    /// <summary>The value of <see cref="By"/> for a person.</summary>
    public const string Person = "person";

    /// <summary>The value of <see cref="By"/> for what is said in the name of the business while a person has the chat.</summary>
    public const string System = "system";

    private static readonly FrozenDictionary<string, JsonElement> Known = Identifiers.All<Stage>().Concat(Identifiers.All<Step>()).Concat(Identifiers.All<Owner>())
        .Concat([Expects.None, Expects.Vent, Expects.Readback, Expects.Offer, Expects.Satisfaction, Expects.AnythingElse, Expects.Confirm, Person, System])
        .Distinct().ToFrozenDictionary(id => id, Element);

    /// <summary>Makes the entity.</summary>
    public static Entity Create(Stage stage, Step step, string expects, Owner owner, string? by = null)
    {
        var extra = new Dictionary<string, JsonElement>(4)
        {
            ["stage"] = Known[stage.Id()],
            ["step"] = Known[step.Id()],
            ["expects"] = Known.TryGetValue(expects, out var known) ? known : Element(expects),
            ["owner"] = Known[owner.Id()],
        };
        if (by is not null) extra[By] = Known[by];
        return new() { Type = Type, Extra = extra };
    }

    /// <summary>Reads one member of the entity of an activity; null when it carries none.</summary>
    public static string? Read(Activity activity, string member)
    {
        foreach (var entity in activity.Entities ?? [])
            if (entity.Type == Type && entity.Extra?.TryGetValue(member, out var value) == true) return value.GetString();
        return null;
    }

    private static JsonElement Element(string text)
    {
        var writer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(writer)) json.WriteStringValue(text);
        using var document = JsonDocument.Parse(writer.WrittenMemory);
        return document.RootElement.Clone();
    }
}
