using System.Text.Json.Nodes;

namespace ComplaintBot.Tests.DirectLine;

/// <summary>What came back.</summary>
internal sealed record Answer(int Status, JsonNode? Json, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public static async Task<Answer> OfAsync(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync();
        var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        var json = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true ? JsonNode.Parse(body) : null;
        return new((int)response.StatusCode, json, body, headers);
    }

    public string Text(string member) => Json?[member]?.GetValue<string>() ?? throw new InvalidOperationException($"No '{member}' in {Status} {Body}");

    public string? Code => Json?["error"]?["code"]?.GetValue<string>();
}
