using System.Collections.Frozen;
using System.Text.Json;

namespace ComplaintBot.Dialogs.Vocabulary;

/// <summary>
/// Turns the members of the vocabulary's enums into their identifiers (kebab-case, never translated, never renamed) and back.
/// </summary>
public static class Identifiers
{
    /// <summary>The identifier of a member: <c>Trigger.AsksForPerson</c> is <c>asks-for-person</c>.</summary>
    public static string Id<T>(this T value) where T : struct, Enum => Table<T>.Ids[value];

    /// <summary>Reads an identifier; false when the vocabulary does not hold it.</summary>
    public static bool TryParse<T>(string? id, out T value) where T : struct, Enum
    {
        value = default;
        return id is not null && Table<T>.Values.TryGetValue(id, out value);
    }

    /// <summary>Reads an identifier.</summary>
    /// <exception cref="FormatException">The vocabulary does not hold it; the message lists what it holds.</exception>
    public static T Parse<T>(string id) where T : struct, Enum =>
        TryParse<T>(id, out var value) ? value : throw new FormatException($"No {typeof(T).Name} '{id}'. Known: {string.Join(", ", Table<T>.Ids.Values)}.");

    /// <summary>All identifiers of one enum, in the order of its members.</summary>
    public static IEnumerable<string> All<T>() where T : struct, Enum => Enum.GetValues<T>().Select(value => value.Id());

    private static class Table<T> where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> Ids =
            Enum.GetValues<T>().ToFrozenDictionary(value => value, value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));

        public static readonly FrozenDictionary<string, T> Values = Ids.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
    }
}
