using System.Text.Json;

namespace ComplaintBot.Dialogs.Vocabulary.Stored;

/// <summary>Writes a member with its name, or nothing where there is nothing to say.</summary>
/// <typeparam name="T">What it is a member of.</typeparam>
/// <param name="writer">Stands within the object.</param>
/// <param name="name">The member's name.</param>
/// <param name="owner">Has the value.</param>
internal delegate void MemberWriter<in T>(Utf8JsonWriter writer, JsonEncodedText name, T owner);
