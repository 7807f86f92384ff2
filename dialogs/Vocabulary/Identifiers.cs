using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ComplaintBot.Dialogs.Vocabulary;

/// <summary>
/// Turns the members of the vocabulary's enums into their identifiers (kebab-case, never translated, never renamed) and back.
/// </summary>
public static class Identifiers
{
    /// <summary>The identifier of a member: <c>Trigger.AsksForPerson</c> is <c>asks-for-person</c>.</summary>
    public static string Id<T>(this T value) where T : struct, Enum => Table<T>.Ids[Unsafe.BitCast<T, int>(value)];

    /// <summary>The same, ready to be written.</summary>
    internal static JsonEncodedText Encoded<T>(this T value) where T : struct, Enum => Table<T>.Encoded[Unsafe.BitCast<T, int>(value)];

    /// <summary>Reads an identifier; false when the vocabulary does not hold it.</summary>
    public static bool TryParse<T>(string? id, out T value) where T : struct, Enum
    {
        value = default;
        if (id is null || !Table<T>.Places.TryGetValue(id, out var place))
            return false;
        value = Table<T>.Members[place];
        return true;
    }

    /// <summary>Reads an identifier.</summary>
    /// <exception cref="FormatException">The vocabulary does not hold it; the message lists what it holds.</exception>
    public static T Parse<T>(string id) where T : struct, Enum =>
        TryParse<T>(id, out var value) ? value : throw new FormatException($"No {typeof(T).Name} '{id}'. Known: {string.Join(", ", Table<T>.Ids)}.");

    /// <summary>Reads an identifier at the place of a reader, a value or a property name, without making a string of it.</summary>
    /// <exception cref="JsonException">The vocabulary does not hold it.</exception>
    public static T Read<T>(ref Utf8JsonReader reader) where T : struct, Enum
    {
        Span<char> id = stackalloc char[Longest];
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName) || reader.ValueSpan.Length > Longest) throw new JsonException($"No {typeof(T).Name} stands here.");
        var length = reader.CopyString(id);
        return Table<T>.Lookup.TryGetValue(id[..length], out var place) ? Table<T>.Members[place] : throw new JsonException($"'{id[..length]}' is no {typeof(T).Name}.");
    }

    /// <summary>All identifiers of one enum, in the order of its members.</summary>
    public static IEnumerable<string> All<T>() where T : struct, Enum => Enum.GetValues<T>().Select(value => value.Id());

    /// <summary>Characters of the longest identifier that is looked up; longer ones are none.</summary>
    private const int Longest = 64;

    // Arrays and string keys only: a frozen table for each enum is compiled anew for each, which cost a start some 200 ms.
    private static class Table<T> where T : struct, Enum
    {
        public static readonly T[] Members = Enum.GetValues<T>();

        public static readonly string[] Ids = Array.ConvertAll(Enum.GetNames<T>(), JsonNamingPolicy.KebabCaseLower.ConvertName);

        public static readonly JsonEncodedText[] Encoded = Array.ConvertAll(Ids, id => JsonEncodedText.Encode(id));

        public static readonly Dictionary<string, int> Places = Ids.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);

        public static readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Lookup = Places.GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
