using System.Net.Http.Headers;

namespace ComplaintBot.Platforms;

/// <summary>A call as a platform makes it.</summary>
/// <param name="Path">The path and query it is made to.</param>
/// <param name="Body">What it brings.</param>
/// <param name="Type">The media type of that.</param>
internal sealed record Webhook(string Path, byte[] Body, string Type)
{
    /// <summary>The header it proves itself with; an empty value leaves it out.</summary>
    public (string Name, string Value) Header { get; init; } = ("", "");

    /// <summary>Makes it.</summary>
    /// <returns>The status, and what was answered.</returns>
    public async Task<(int Status, byte[] Body)> SendAsync(HttpClient http, string server)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, server + Path) { Content = new ByteArrayContent(Body) { Headers = { ContentType = MediaTypeHeaderValue.Parse(Type) } } };
        if (Header.Value.Length > 0) request.Headers.TryAddWithoutValidation(Header.Name, Header.Value);
        using var response = await http.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync());
    }
}
