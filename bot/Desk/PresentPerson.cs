using System.Text.Json.Serialization;

namespace ComplaintBot.Desk;

/// <summary>A person as one node tells the others of them.</summary>
/// <param name="Id">The person's id.</param>
/// <param name="Name">The name colleagues read; empty for who is not there.</param>
/// <param name="MayAct">Whether the person may do something to chats.</param>
/// <param name="IsOnline">Whether a connection of theirs to the node is open.</param>
/// <param name="SeenAt">When the last one closed.</param>
/// <param name="State">What they said they are there for.</param>
/// <param name="SaidAt">When they said it; null when they did not.</param>
/// <param name="Looks">The chats they look at, as their keys are stored.</param>
/// <param name="Doings">When they last did something about chats.</param>
internal sealed record PresentPerson(
    string Id, string Name, bool MayAct, bool IsOnline, DateTimeOffset? SeenAt, PresenceState State, DateTimeOffset? SaidAt,
    IReadOnlyList<string> Looks, IReadOnlyDictionary<string, DateTimeOffset> Doings);

/// <summary>The JSON in which nodes tell each other who is at the desk.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<PresentPerson>))]
internal sealed partial class PresenceJson : JsonSerializerContext;
