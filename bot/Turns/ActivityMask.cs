using System.Text.Json;
using System.Text.Json.Nodes;
using ComplaintBot.Dialogs.Policy;
using ComplaintBot.Dialogs.Runtime.Activities;

namespace ComplaintBot.Turns;

/// <summary>Masks card numbers and codes wherever a customer's client may have put words into an activity.</summary>
internal static class ActivityMask
{
    /// <summary>The member clients find their own messages again by: it must come back as it was sent.</summary>
    private const string OwnId = "clientActivityID";

    /// <summary>The activity with everything masked, and whether anything was; the same object when nothing was.</summary>
    public static (Activity Activity, bool Masked) Apply(Activity activity)
    {
        var found = false;
        var (text, speak, summary) = (Text(activity.Text, ref found), Text(activity.Speak, ref found), Text(activity.Summary, ref found));
        var (value, data) = (Json(activity.Value, ref found), Json(activity.ChannelData, ref found));
        var attachments = activity.Attachments is { Count: > 0 } files ? Attachments(files, ref found) : activity.Attachments;
        var extra = Extra(activity.Extra, ref found);
        if (!found) return (activity, false);

        var copy = activity.Copy();
        (copy.Text, copy.Speak, copy.Summary, copy.Value, copy.ChannelData, copy.Attachments, copy.Extra) = (text, speak, summary, value, data, attachments, extra);
        return (copy, true);
    }

    private static string? Text(string? text, ref bool found)
    {
        if (string.IsNullOrEmpty(text)) return text;
        var masked = SensitiveText.Mask(text);
        found |= !ReferenceEquals(masked, text);
        return masked;
    }

    private static List<Attachment> Attachments(IReadOnlyList<Attachment> attachments, ref bool found)
    {
        var masked = new List<Attachment>(attachments.Count);
        foreach (var one in attachments)
        {
            masked.Add(new()
            {
                ContentType = one.ContentType,
                ContentUrl = one.ContentUrl,
                Content = Json(one.Content, ref found),
                Name = Text(one.Name, ref found),
                ThumbnailUrl = one.ThumbnailUrl,
                Extra = Extra(one.Extra, ref found),
            });
        }

        return masked;
    }

    private static IDictionary<string, JsonElement>? Extra(IDictionary<string, JsonElement>? members, ref bool found)
    {
        if (members is not { Count: > 0 }) return members;
        var masked = new Dictionary<string, JsonElement>(members.Count);
        foreach (var (name, value) in members) masked[name] = Json(value, ref found)!.Value;
        return masked;
    }

    private static JsonElement? Json(JsonElement? element, ref bool found)
    {
        if (element is not { ValueKind: JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.String or JsonValueKind.Number } json) return element;
        var masked = false;
        var node = Masked(json, ref masked);
        if (!masked) return element;
        found = true;
        return JsonSerializer.SerializeToElement(node, ActivityJson.Wire.JsonNode);
    }

    private static JsonNode? Masked(JsonElement json, ref bool found)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                var members = new JsonObject();
                foreach (var member in json.EnumerateObject()) members[member.Name] = member.Name == OwnId ? JsonNode.Parse(member.Value.GetRawText()) : Masked(member.Value, ref found);
                return members;
            case JsonValueKind.Array:
                var items = new JsonArray();
                foreach (var item in json.EnumerateArray()) items.Add(Masked(item, ref found));
                return items;
            case JsonValueKind.String:
                return JsonValue.Create(Text(json.GetString(), ref found));
            case JsonValueKind.Number:
                var digits = json.GetRawText();
                var shown = Text(digits, ref found);
                return ReferenceEquals(shown, digits) ? JsonNode.Parse(digits) : JsonValue.Create(shown);
            default:
                return JsonNode.Parse(json.GetRawText());
        }
    }
}
