using System.Text.Json;
using System.Text.Json.Serialization;

namespace ComplaintBot.Dialogs.Vocabulary.Stored;

/// <summary>Lets the serializer use a <see cref="StoredForm{T}"/>.</summary>
/// <typeparam name="T">What is stored.</typeparam>
/// <param name="form">How.</param>
internal abstract class FormConverter<T>(StoredForm<T> form) : JsonConverter<T> where T : class
{
    /// <inheritdoc/>
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => form.Read(ref reader);

    /// <inheritdoc/>
    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => form.Write(writer, value);
}
