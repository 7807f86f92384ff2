using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace ComplaintBot.Language;

/// <summary>
/// The JSON of <c>analyze-text</c>, version 2023-04-01. Documents are numbered by their place. What an answer holds beyond what is
/// read here is ignored; what it lacks is missing in the reading of that document alone.
/// </summary>
internal static class AzureLanguageWire
{
    private const double Sure = 0.8;

    // What the desk may need to help, or what is no secret. Everything else found is a number of an account, a card, a person or a key.
    private static readonly FrozenSet<string> Needed = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "Person", "PersonType", "PhoneNumber", "Email", "Address", "Organization", "URL", "IPAddress", "Date", "DateTime", "Age", "Quantity", "EUGPSCoordinates");

    /// <summary>A request's body.</summary>
    public static byte[] Request(LanguageTask task, IReadOnlyList<LanguageDocument> documents)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteString("kind", KindOf(task));
        json.WriteStartObject("parameters");
        json.WriteString("modelVersion", "latest");
        // Otherwise the service keeps texts for 48 hours.
        json.WriteBoolean("loggingOptOut", true);
        if (task != LanguageTask.KeyPhrases) json.WriteString("stringIndexType", "Utf16CodeUnit");
        if (task == LanguageTask.Sentiment) json.WriteBoolean("opinionMining", true);
        json.WriteEndObject();
        json.WriteStartObject("analysisInput");
        json.WriteStartArray("documents");
        for (var i = 0; i < documents.Count; i++)
        {
            json.WriteStartObject();
            json.WriteString("id", i.ToString(CultureInfo.InvariantCulture));
            json.WriteString("language", documents[i].Language);
            json.WriteString("text", documents[i].Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>An answer's documents, each at its place; null where it says nothing of one.</summary>
    /// <exception cref="LanguageServiceException">It is no answer to this task.</exception>
    public static SecondReading?[] Answer(LanguageTask task, ReadOnlyMemory<byte> body, IReadOnlyList<LanguageDocument> documents)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            if (root.GetProperty("kind").GetString() != KindOf(task) + "Results") throw new JsonException();
            var readings = new SecondReading?[documents.Count];
            foreach (var document in root.GetProperty("results").GetProperty("documents").EnumerateArray())
            {
                if (!int.TryParse(document.GetProperty("id").GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var at) || at >= readings.Length) continue;
                readings[at] = task switch
                {
                    LanguageTask.Sentiment => Sentiment(document),
                    LanguageTask.PersonalData => new() { Secrets = Secrets(document) },
                    _ => new() { Topics = [.. document.GetProperty("keyPhrases").EnumerateArray().Select(phrase => phrase.GetString() ?? throw new JsonException()).Where(phrase => Stands(phrase, documents[at]))] },
                };
            }

            return readings;
        }
        // Also what the JSON readers throw for a member that is missing or of another kind.
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new LanguageServiceException("It gave an answer that can't be read.");
        }

        static bool Stands(string phrase, LanguageDocument document) => phrase.Length > 0 && document.Text.Contains(phrase, StringComparison.OrdinalIgnoreCase);
    }

    private static string KindOf(LanguageTask task) => task switch
    {
        LanguageTask.Sentiment => "SentimentAnalysis",
        LanguageTask.PersonalData => "PiiEntityRecognition",
        _ => "KeyPhraseExtraction",
    };

    private static SecondReading Sentiment(JsonElement document)
    {
        var shares = document.GetProperty("confidenceScores");
        var (positive, neutral, negative) = (Share(shares, "positive"), Share(shares, "neutral"), Share(shares, "negative"));
        var total = positive + neutral + negative;
        if (total is <= 0 or double.NaN) throw new JsonException();
        var isMixed = document.GetProperty("sentiment").GetString() == "mixed";
        // As in the local reading, a mixed message is half mixed; the other half is shared as before.
        var scale = (isMixed ? 0.5 : 1) / total;
        return new() { Scores = new(positive * scale, neutral * scale, negative * scale, isMixed ? 0.5 : 0), Topics = Blamed(document) };
    }

    private static double Share(JsonElement shares, string name) => Math.Clamp(shares.GetProperty(name).GetDouble(), 0, 1);

    private static List<string> Blamed(JsonElement document)
    {
        var blamed = new List<string>();
        if (!document.TryGetProperty("sentences", out var sentences)) return blamed;
        foreach (var sentence in sentences.EnumerateArray())
        {
            if (!sentence.TryGetProperty("targets", out var targets)) continue;
            foreach (var target in targets.EnumerateArray())
                if (target.GetProperty("sentiment").GetString() == "negative" && target.GetProperty("text").GetString() is { Length: > 0 } words) blamed.Add(words);
        }

        return blamed;
    }

    private static List<SecretSpan> Secrets(JsonElement document)
    {
        var secrets = new List<SecretSpan>();
        foreach (var entity in document.GetProperty("entities").EnumerateArray())
        {
            if (Needed.Contains(entity.GetProperty("category").GetString() ?? throw new JsonException()) || entity.GetProperty("confidenceScore").GetDouble() < Sure) continue;
            secrets.Add(new(entity.GetProperty("offset").GetInt32(), entity.GetProperty("length").GetInt32()));
        }

        return secrets;
    }
}
