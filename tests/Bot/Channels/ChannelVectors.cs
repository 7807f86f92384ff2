using System.Text.Json.Nodes;

namespace ComplaintBot.Tests.Channels;

/// <summary>The known answers of a channel, from <c>tests/data/vectors</c>.</summary>
internal static class ChannelVectors
{
    public static JsonNode Get(string channel, string id) => All(channel).Single(vector => vector["id"]!.GetValue<string>() == id);

    public static List<JsonNode> All(string channel) =>
        [.. JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "vectors", $"{channel}.json")))!["vectors"]!.AsArray().Select(vector => vector!)];

    public static string Text(this JsonNode node, string name) => node[name]!.GetValue<string>();
}
