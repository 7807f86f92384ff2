using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ComplaintBot.Dialogs.Complaint;
using ComplaintBot.Dialogs.Runtime;

namespace ComplaintBot.Dialogs.Tests.Complaint;

/// <summary>
/// Holds what is stored against what the general serializer makes of the same classes. Forms list the members by hand; a member that is
/// added to a class and forgotten in its form, or read into the wrong place, shows here.
/// </summary>
internal static class StoredForms
{
    private static readonly JsonSerializerOptions General = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new DialogStackConverter(new DialogSet().Add(new ComplaintDialog())) },
    };

    /// <summary>How the general serializer sees a conversation otherwise; null when it sees the same.</summary>
    public static string? Difference(ConversationState state, byte[] stored)
    {
        var written = JsonSerializer.SerializeToUtf8Bytes(state, General);
        if (!written.AsSpan().SequenceEqual(stored)) return $"A form writes\n{Encoding.UTF8.GetString(stored)}\nand the serializer\n{Encoding.UTF8.GetString(written)}";
        var read = RealBot.Conversation.Write(JsonSerializer.Deserialize<ConversationState>(stored, General)!);
        return read.AsSpan().SequenceEqual(stored) ? null : $"The serializer reads\n{Encoding.UTF8.GetString(stored)}\nas\n{Encoding.UTF8.GetString(read)}";
    }
}
