using Microsoft.AspNetCore.Http;

namespace ComplaintBot.Channels;

/// <summary>Reads the body of a request, once and never more than is taken.</summary>
internal static class Bodies
{
    /// <summary>The bytes of the body; null when there are more than <paramref name="most"/>.</summary>
    /// <exception cref="BadHttpRequestException">The client broke off or sent nonsense.</exception>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int most)
    {
        if (request.ContentLength > most) return null;
        using var body = new MemoryStream((int)(request.ContentLength ?? 0));
        var portion = new byte[16_384];
        int read;
        while ((read = await request.Body.ReadAsync(portion, request.HttpContext.RequestAborted).ConfigureAwait(false)) > 0)
        {
            if (body.Length + read > most) return null;
            body.Write(portion, 0, read);
        }

        return body.ToArray();
    }
}
