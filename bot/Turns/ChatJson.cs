using System.Text.Json.Serialization;
using ComplaintBot.Dialogs.Complaint.Desk;

namespace ComplaintBot.Turns;

/// <summary>The row of a chat as the store keeps it.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ChatSummary))]
internal sealed partial class ChatJson : JsonSerializerContext;
