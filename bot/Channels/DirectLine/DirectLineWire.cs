using System.Buffers;
using System.Text;
using System.Text.Json;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Turns;

namespace ComplaintBot.Channels.DirectLine;

/// <summary>Reads what clients send and writes what they are sent.</summary>
internal static class DirectLineWire
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads an activity.</summary>
    /// <param name="body">The bytes as they came.</param>
    /// <param name="most">How many characters it may have.</param>
    /// <param name="activity">The activity, unless it is refused.</param>
    /// <returns>Why it is refused, or null.</returns>
    public static Refusal? Read(byte[] body, int most, out Activity activity)
    {
        activity = new();
        if (Text(body) is not { } text) return Refusal.Bad("the body is not UTF-8");
        if (text.Length > most) return Refusal.TooLarge(most, "characters");
        try
        {
            activity = ActivityJson.Read(Encoding.UTF8.GetBytes(HalfCharacters.Mend(text)));
            return null;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or FormatException or ArgumentException)
        {
            return Refusal.Bad("the body is no activity in JSON");
        }
    }

    /// <summary>Reads an object of our own requests; an empty body is an empty object.</summary>
    public static Refusal? Read(byte[] body, out ClientRequest request)
    {
        request = new();
        if (Text(body) is not { } text) return Refusal.Bad("the body is not UTF-8");
        if (string.IsNullOrWhiteSpace(text)) return null;
        try
        {
            request = JsonSerializer.Deserialize(HalfCharacters.Mend(text), ClientRequestJson.Default.ClientRequest) ?? request;
            return null;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or FormatException or ArgumentException)
        {
            return Refusal.Bad("the body is no object of user and locale in JSON");
        }
    }

    /// <summary>Activities and watermark, as a page of history and a frame of the stream have them. No watermark leaves the client at the one it has.</summary>
    public static ReadOnlyMemory<byte> Page(IEnumerable<Activity> activities, string? watermark, string baseUrl)
    {
        var buffer = new ArrayBufferWriter<byte>(1_024);
        using var json = new Utf8JsonWriter(buffer, RelaxedJson.Options);
        json.WriteStartObject();
        json.WriteStartArray("activities");
        foreach (var activity in activities) JsonSerializer.Serialize(json, Absolute(activity, baseUrl), ActivityJson.Wire.Activity);
        json.WriteEndArray();
        if (watermark is not null) json.WriteString("watermark", watermark);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>An object of texts and numbers; members that are null are left out.</summary>
    public static ReadOnlyMemory<byte> Object(params ReadOnlySpan<(string Name, object? Value)> members)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(buffer, RelaxedJson.Options);
        json.WriteStartObject();
        foreach (var (name, value) in members)
        {
            if (value is string text) json.WriteString(name, text);
            else if (value is long number) json.WriteNumber(name, number);
        }

        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static string? Text(byte[] body)
    {
        try
        {
            var bytes = body.AsSpan();
            return Strict.GetString(bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Files are kept with the path alone, for the server may be reached by another name tomorrow; browsers on other sites need the whole.</summary>
    private static Activity Absolute(Activity activity, string baseUrl)
    {
        if (activity.Attachments is not { Count: > 0 } files || !files.Any(file => file.ContentUrl?.StartsWith('/') == true)) return activity;
        var copy = activity.Copy();
        copy.Attachments =
        [
            .. files.Select(file => new Attachment
            {
                ContentType = file.ContentType,
                ContentUrl = file.ContentUrl?.StartsWith('/') == true ? baseUrl + file.ContentUrl : file.ContentUrl,
                Content = file.Content,
                Name = file.Name,
                ThumbnailUrl = file.ThumbnailUrl?.StartsWith('/') == true ? baseUrl + file.ThumbnailUrl : file.ThumbnailUrl,
                Extra = file.Extra,
            }),
        ];
        return copy;
    }
}
