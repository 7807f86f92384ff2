using System.Text.Json;

namespace ComplaintBot.Dialogs.Vocabulary.Stored;

/// <summary>One member of a <see cref="StoredForm{T}"/>.</summary>
/// <typeparam name="T">What it is a member of.</typeparam>
/// <param name="Name">Its name in the data.</param>
/// <param name="Read">Takes its value in.</param>
/// <param name="Write">Writes it with its name, or nothing where there is nothing to say.</param>
internal sealed record StoredMember<T>(JsonEncodedText Name, MemberReader<T> Read, MemberWriter<T> Write);
