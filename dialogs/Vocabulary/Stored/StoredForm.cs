using System.Text.Json;

namespace ComplaintBot.Dialogs.Vocabulary.Stored;

/// <summary>
/// How an object is stored: its members in the order in which they are written, each with how it is read and written. A general serializer
/// spends more on its bookkeeping for each of the many small objects of a conversation than on their text; this keeps none.
/// Members may come in any order; null stands for one that is left out, and unknown ones are passed over.
/// </summary>
/// <typeparam name="T">What is stored.</typeparam>
/// <param name="make">Makes a fresh one to be filled.</param>
internal sealed partial class StoredForm<T>(Func<T> make) where T : class
{
    private readonly List<StoredMember<T>> members = [];
    private ulong required;

    /// <summary>Adds a member.</summary>
    public StoredForm<T> Member(string name, MemberReader<T> read, MemberWriter<T> write)
    {
        members.Add(new(JsonEncodedText.Encode(name), read, write));
        return this;
    }

    /// <summary>Data without the member added last are damaged.</summary>
    public StoredForm<T> Required()
    {
        required |= 1UL << (members.Count - 1);
        return this;
    }

    /// <summary>Reads an object.</summary>
    /// <exception cref="JsonException">The data are damaged.</exception>
    public T Read(ref Utf8JsonReader reader)
    {
        var owner = make();
        Fill(ref reader, owner);
        return owner;
    }

    /// <summary>Reads an object into a fresh one.</summary>
    /// <exception cref="JsonException">The data are damaged.</exception>
    public void Fill(ref Utf8JsonReader reader, T owner)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException($"{typeof(T).Name} is stored as an object.");
        var (found, expected) = (0UL, 0);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var place = PlaceOf(ref reader, expected);
            if (place < 0) { reader.Skip(); continue; }
            (found, expected) = (found | (1UL << place), place + 1);
            reader.Read();
            if (reader.TokenType != JsonTokenType.Null) members[place].Read(ref reader, owner);
        }

        if ((found & required) != required) throw new JsonException($"{typeof(T).Name} lacks something it can't be without.");
    }

    /// <summary>Writes an object.</summary>
    public void Write(Utf8JsonWriter writer, T owner)
    {
        writer.WriteStartObject();
        foreach (var member in members) member.Write(writer, member.Name, owner);
        writer.WriteEndObject();
    }

    /// <summary>The place of the member at whose name the reader stands, or -1. What was written here comes in order, so the first look finds it.</summary>
    private int PlaceOf(ref Utf8JsonReader reader, int expected)
    {
        for (var step = 0; step < members.Count; step++)
        {
            var place = (expected + step) % members.Count;
            if (reader.ValueTextEquals(members[place].Name.EncodedUtf8Bytes)) return place;
        }

        return -1;
    }
}
