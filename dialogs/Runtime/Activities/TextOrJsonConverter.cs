using System.Text.Json;
using System.Text.Json.Serialization;

namespace ComplaintBot.Dialogs.Runtime.Activities;

/// <summary>
/// Reads text as <see cref="string"/> and all else as <see cref="JsonElement"/>: nearly every button sends text, and an element for it
/// would cost more than the button. Public, because serializers generated elsewhere name it.
/// </summary>
public sealed class TextOrJsonConverter : JsonConverter<object?>
{
    /// <inheritdoc/>
    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.String => reader.GetString(),
        _ => JsonElement.ParseValue(ref reader),
    };

    /// <inheritdoc/>

    public override void Write(Utf8JsonWriter writer, object? value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case JsonElement element:
                element.WriteTo(writer);
                break;
            default:
                throw new JsonException($"A button's value is text or a JsonElement, not {value.GetType().Name}.");
        }
    }
}
