using System.Collections.Concurrent;
using System.Collections.ObjectModel;
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

    /// <summary>Entities that are kept: every place of the conversation with what is usually expected there comes again and again.</summary>
    private const int MostKept = 4096;

    private static readonly ConcurrentDictionary<(Stage, Step, string, Owner, string?), IReadOnlyList<Entity>> Kept = new();

    /// <summary>The one entity of a message. It is shared between messages and must not be changed.</summary>
    public static IReadOnlyList<Entity> Of(Stage stage, Step step, string expects, Owner owner, string? by = null)
    {
        var place = (stage, step, expects, owner, by);
        if (Kept.TryGetValue(place, out var known)) return known;
        IReadOnlyList<Entity> made = [Create(stage, step, expects, owner, by)];
        if (Kept.Count < MostKept) Kept.TryAdd(place, made);
        return made;
    }

    /// <summary>Reads one member of the entity of an activity; null when it carries none.</summary>
    public static string? Read(Activity activity, string member)
    {
        foreach (var entity in activity.Entities ?? [])
            if (entity.Type == Type && entity.Extra?.TryGetValue(member, out var value) == true) return value.GetString();
        return null;
    }

    private static Entity Create(Stage stage, Step step, string expects, Owner owner, string? by)
    {
        var extra = new Dictionary<string, JsonElement>
        {
            ["stage"] = Element(stage.Id()),
            ["step"] = Element(step.Id()),
            ["expects"] = Element(expects),
            ["owner"] = Element(owner.Id()),
        };
        if (by is not null) extra[By] = Element(by);
        return new() { Type = Type, Extra = new ReadOnlyDictionary<string, JsonElement>(extra) };
    }

    private static JsonElement Element(string text)
    {
        var writer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(writer)) json.WriteStringValue(text);
        using var document = JsonDocument.Parse(writer.WrittenMemory);
        return document.RootElement.Clone();
    }
}
