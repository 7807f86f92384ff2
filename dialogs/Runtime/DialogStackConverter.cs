using System.Text.Json;
using System.Text.Json.Serialization;

namespace ComplaintBot.Dialogs.Runtime;

/// <summary>
/// Writes and reads a dialog stack. The dialogs themselves say of what type their state is, so the data hold no type names, and no
/// reflection is needed. Written as an array, the dialog begun first at its head: <c>{"id", "step", "state", "inner", "interrupts"}</c>,
/// each but the first left out when there is nothing to say. The same stack always gives the same bytes.
/// </summary>
/// <param name="root">The outermost dialogs; those inside components are found through them.</param>
public sealed class DialogStackConverter(DialogSet root) : JsonConverter<DialogStack>
{
    private static readonly JsonEncodedText Id = JsonEncodedText.Encode("id");
    private static readonly JsonEncodedText Step = JsonEncodedText.Encode("step");
    private static readonly JsonEncodedText State = JsonEncodedText.Encode("state");
    private static readonly JsonEncodedText Inner = JsonEncodedText.Encode("inner");
    private static readonly JsonEncodedText Interrupts = JsonEncodedText.Encode("interrupts");

    /// <inheritdoc/>
    /// <exception cref="UnknownDialogException">A stored dialog or step no longer exists.</exception>
    /// <exception cref="JsonException">The data are not a dialog stack.</exception>
    public override DialogStack Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadStack(ref reader, root);

    /// <inheritdoc/>
    /// <exception cref="UnknownDialogException">The stack holds a dialog of another set.</exception>
    /// <exception cref="InvalidOperationException">A dialog's state is not of the type it declares.</exception>
    public override void Write(Utf8JsonWriter writer, DialogStack value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        WriteStack(writer, value, root);
    }

    private static void WriteStack(Utf8JsonWriter writer, DialogStack stack, DialogSet dialogs)
    {
        writer.WriteStartArray();
        for (int i = 0; i < stack.Count; i++)
        {
            WriteInstance(writer, stack[i], dialogs.Get(stack[i].Id));
        }

        writer.WriteEndArray();
    }

    private static void WriteInstance(Utf8JsonWriter writer, DialogInstance instance, Dialog dialog)
    {
        writer.WriteStartObject();
        writer.WriteString(Id, instance.Id);
        if (instance.Step is not null)
        {
            writer.WriteString(Step, instance.Step);
        }

        if (instance.State is not null)
        {
            writer.WritePropertyName(State);
            WriteState(writer, instance.State, dialog);
        }

        if (instance.Inner is { Count: > 0 } inner && dialog.InnerDialogs is { } innerDialogs)
        {
            writer.WritePropertyName(Inner);
            WriteStack(writer, inner, innerDialogs);
        }

        if (instance.Interrupts)
        {
            writer.WriteBoolean(Interrupts, true);
        }

        writer.WriteEndObject();
    }

    private static void WriteState(Utf8JsonWriter writer, object state, Dialog dialog)
    {
        if (dialog.StateType is not { } type || !type.Type.IsInstanceOfType(state))
        {
            throw new InvalidOperationException(
                $"Dialog '{dialog.Id}' holds a {state.GetType().Name} but declares {dialog.StateType?.Type.Name ?? "no state"}. Its StateType must name what it stores.");
        }

        JsonSerializer.Serialize(writer, state, type);
    }

    private static DialogStack ReadStack(ref Utf8JsonReader reader, DialogSet dialogs)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("A dialog stack is an array.");
        }

        var stack = new DialogStack();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            stack.Push(ReadInstance(ref reader, dialogs));
        }

        return stack;
    }

    private static DialogInstance ReadInstance(ref Utf8JsonReader reader, DialogSet dialogs)
    {
        if (reader.TokenType != JsonTokenType.StartObject || !reader.Read() || reader.TokenType != JsonTokenType.PropertyName
            || !reader.ValueTextEquals(Id.EncodedUtf8Bytes) || !reader.Read() || reader.TokenType != JsonTokenType.String)
        {
            throw new JsonException("Each dialog of a stack is an object that begins with its id.");
        }

        var dialog = dialogs.Get(ref reader);
        var instance = new DialogInstance(dialog.Id);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadMember(ref reader, instance, dialog);
        }

        return instance;
    }

    private static void ReadMember(ref Utf8JsonReader reader, DialogInstance instance, Dialog dialog)
    {
        if (reader.ValueTextEquals(Step.EncodedUtf8Bytes))
        {
            reader.Read();
            instance.Step = dialog.ReadStep(ref reader);
        }
        else if (reader.ValueTextEquals(State.EncodedUtf8Bytes) && dialog.StateType is { } type)
        {
            reader.Read();
            instance.State = JsonSerializer.Deserialize(ref reader, type);
        }
        else if (reader.ValueTextEquals(Inner.EncodedUtf8Bytes) && dialog.InnerDialogs is { } innerDialogs)
        {
            reader.Read();
            instance.Inner = ReadStack(ref reader, innerDialogs);
        }
        else if (reader.ValueTextEquals(Interrupts.EncodedUtf8Bytes))
        {
            reader.Read();
            instance.Interrupts = reader.GetBoolean();
        }
        else
        {
            throw new JsonException($"Dialog '{dialog.Id}' has no '{reader.GetString()}' to be stored.");
        }
    }
}
