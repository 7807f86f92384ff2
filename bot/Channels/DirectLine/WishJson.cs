using System.Text.Json.Serialization;

namespace ComplaintBot.Channels.DirectLine;

/// <summary>What a page wished for when the conversation began, as it is kept in the first delivery.</summary>
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class WishJson : JsonSerializerContext;
