using System.Text.Json;
using System.Text.Json.Serialization;

namespace ComplaintBot.Dialogs.Runtime;

/// <summary>Stands where a <see cref="DialogStackConverter"/> is needed and tells so, for a stack can't be read without its dialogs.</summary>
public sealed class MissingDialogStackConverter : JsonConverter<DialogStack>
{
    private const string Fix = "A dialog stack is typed by its dialogs. Add new DialogStackConverter(dialogs) to JsonSerializerOptions.Converters.";

    /// <inheritdoc/>

    public override DialogStack Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException(Fix);

    /// <inheritdoc/>

    public override void Write(Utf8JsonWriter writer, DialogStack value, JsonSerializerOptions options) => throw new NotSupportedException(Fix);
}
