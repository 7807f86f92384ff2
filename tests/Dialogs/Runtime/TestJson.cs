using System.Text.Json.Serialization;
using ComplaintBot.Dialogs.Runtime;

namespace ComplaintBot.Dialogs.Tests.Runtime;

internal sealed class Order
{
    public string? Name { get; set; }

    public int Count { get; set; }
}

internal sealed record Sealed(string Code);

internal sealed class Conversation
{
    public string? Owner { get; set; }

    public DialogStack Stack { get; set; } = new();
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(Sealed))]
[JsonSerializable(typeof(Conversation))]
internal sealed partial class TestJson : JsonSerializerContext;
