using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ComplaintBot.Dialogs.Vocabulary.Stored;

/// <content>The kinds of members.</content>
internal sealed partial class StoredForm<T>
{
    /// <summary>What people say; null is left out.</summary>
    public StoredForm<T> Text(string name, Func<T, string?> get, Action<T, string> set) => Member(name,
        (ref reader, owner) => set(owner, reader.GetString()!),
        (writer, name, owner) => { if (get(owner) is { } value) writer.WriteString(name, value); });

    /// <summary>A name out of a vocabulary that strings stand for (see <see cref="KnownNames"/>); null is left out.</summary>
    public StoredForm<T> Name(string name, Func<T, string?> get, Action<T, string> set) => Member(name,
        (ref reader, owner) => set(owner, KnownNames.Read(ref reader)),
        (writer, name, owner) => { if (get(owner) is { } value) writer.WriteString(name, value); });

    /// <summary>A number; null is left out, 0 is not.</summary>
    public StoredForm<T> Number(string name, Func<T, int?> get, Action<T, int> set) => Member(name,
        (ref reader, owner) => set(owner, reader.GetInt32()),
        (writer, name, owner) => { if (get(owner) is { } value) writer.WriteNumber(name, value); });

    /// <summary>A sum; null is left out.</summary>
    public StoredForm<T> Sum(string name, Func<T, decimal?> get, Action<T, decimal> set) => Member(name,
        (ref reader, owner) => set(owner, reader.GetDecimal()),
        (writer, name, owner) => { if (get(owner) is { } value) writer.WriteNumber(name, value); });

    /// <summary>A number of which 0 is left out.</summary>
    public StoredForm<T> Count(string name, Func<T, int> get, Action<T, int> set) => Number(name, owner => get(owner) is not 0 and var count ? count : null, set);

    /// <summary>Yes or no; null is left out, no is not.</summary>
    public StoredForm<T> Truth(string name, Func<T, bool?> get, Action<T, bool> set) => Member(name,
        (ref reader, owner) => set(owner, reader.GetBoolean()),
        (writer, name, owner) => { if (get(owner) is { } value) writer.WriteBoolean(name, value); });

    /// <summary>Something that is stored only where it is so.</summary>
    public StoredForm<T> Mark(string name, Func<T, bool> get, Action<T, bool> set) => Truth(name, owner => get(owner) ? true : null, set);

    /// <summary>A time.</summary>
    public StoredForm<T> Time(string name, Func<T, DateTimeOffset> get, Action<T, DateTimeOffset> set) => Member(name,
        (ref reader, owner) => set(owner, reader.GetDateTimeOffset()),
        (writer, name, owner) => writer.WriteString(name, get(owner)));

    /// <summary>A member of one of the vocabulary's enums; null is left out.</summary>
    public StoredForm<T> Id<TId>(string name, Func<T, TId?> get, Action<T, TId> set) where TId : struct, Enum => Member(name,
        (ref reader, owner) => set(owner, Identifiers.Read<TId>(ref reader)),
        (writer, name, owner) => { if (get(owner) is { } value) writer.WriteString(name, value.Encoded()); });

    /// <summary>Several of one of the vocabulary's enums; null is left out.</summary>
    public StoredForm<T> Ids<TId>(string name, Func<T, List<TId>?> get, Action<T, List<TId>> set) where TId : struct, Enum => List(name,
        (ref reader) => Identifiers.Read<TId>(ref reader), (writer, id) => writer.WriteStringValue(id.Encoded()), get, set);

    /// <summary>An object that each owner has; it is filled in its place.</summary>
    public StoredForm<T> Part<TPart>(string name, StoredForm<TPart> form, Func<T, TPart> get) where TPart : class => Member(name,
        (ref reader, owner) => form.Fill(ref reader, get(owner)),
        (writer, name, owner) => { writer.WritePropertyName(name); form.Write(writer, get(owner)); });

    /// <summary>Several objects; null is left out.</summary>
    public StoredForm<T> Parts<TPart>(string name, StoredForm<TPart> form, Func<T, List<TPart>?> get, Action<T, List<TPart>> set) where TPart : class =>
        List(name, form.Read, form.Write, get, set);

    /// <summary>Whatever has a converter of its own; null is left out.</summary>
    public StoredForm<T> By<TValue>(string name, JsonConverter<TValue> converter, Func<T, TValue?> get, Action<T, TValue> set) => Member(name,
        (ref reader, owner) => set(owner, converter.Read(ref reader, typeof(TValue), JsonSerializerOptions.Default)!),
        (writer, name, owner) =>
        {
            if (get(owner) is not { } value) return;
            writer.WritePropertyName(name);
            converter.Write(writer, value, JsonSerializerOptions.Default);
        });

    /// <summary>What most owners do not have, left to the serializer; null is left out.</summary>
    public StoredForm<T> Seldom<TValue>(string name, JsonTypeInfo<TValue> type, Func<T, TValue?> get, Action<T, TValue> set) where TValue : class => Member(name,
        (ref reader, owner) => set(owner, JsonSerializer.Deserialize(ref reader, type)!),
        (writer, name, owner) =>
        {
            if (get(owner) is not { } value) return;
            writer.WritePropertyName(name);
            JsonSerializer.Serialize(writer, value, type);
        });

    private StoredForm<T> List<TItem>(string name, ItemReader<TItem> read, Action<Utf8JsonWriter, TItem> write, Func<T, List<TItem>?> get, Action<T, List<TItem>> set) => Member(name,
        (ref reader, owner) =>
        {
            if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException("Several of a kind are stored as an array.");
            var items = get(owner) ?? [];
            items.Clear();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) items.Add(read(ref reader));
            set(owner, items);
        },
        (writer, name, owner) =>
        {
            if (get(owner) is not { } items) return;
            writer.WriteStartArray(name);
            foreach (var item in items) write(writer, item);
            writer.WriteEndArray();
        });

    private delegate TItem ItemReader<TItem>(ref Utf8JsonReader reader);
}
