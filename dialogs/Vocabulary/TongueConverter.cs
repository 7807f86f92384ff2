using System.Text.Json;
using System.Text.Json.Serialization;
using ComplaintBot.Dialogs.Vocabulary.Stored;

namespace ComplaintBot.Dialogs.Vocabulary;

/// <summary>Writes a <see cref="Tongue"/> as its tag.</summary>
public sealed class TongueConverter : JsonConverter<Tongue>
{
    /// <inheritdoc/>
    public override Tongue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TongueTags.TryParse(KnownNames.Read(ref reader), out var tongue) ? tongue : throw new JsonException($"'{reader.GetString()}' is no language we speak.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Tongue value, JsonSerializerOptions options) => writer.WriteStringValue(value.Tag());
}
