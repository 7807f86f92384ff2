using System.Text.Json;

namespace ComplaintBot.Dialogs.Vocabulary.Stored;

/// <summary>Takes the value of a member in.</summary>
/// <typeparam name="T">What it is a member of.</typeparam>
/// <param name="reader">Stands at the value, which is not null; afterwards at its end.</param>
/// <param name="owner">Gets the value.</param>
internal delegate void MemberReader<in T>(ref Utf8JsonReader reader, T owner);
