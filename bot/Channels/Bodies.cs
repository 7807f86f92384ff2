using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace ComplaintBot.Channels;

/// <summary>Reads the body of a request or an answer, once and never more than is taken.</summary>
internal static class Bodies
{
    private const int PortionBytes = 16_384;

    /// <summary>The bytes of a request's body; null when there are more than <paramref name="most"/>.</summary>
    /// <exception cref="BadHttpRequestException">The client broke off or sent nonsense.</exception>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int most) =>
        request.ContentLength > most ? null : await ReadAsync(request.Body, (int)(request.ContentLength ?? 0), most, request.HttpContext.RequestAborted).ConfigureAwait(false);

    /// <summary>The bytes of an answer's body; null when there are more than <paramref name="most"/>.</summary>
    public static async Task<byte[]?> ReadAsync(HttpResponseMessage response, int most, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength > most) return null;
        await using var content = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        return await ReadAsync(content, expected: 0, most, cancellationToken).ConfigureAwait(false);
    }

    /// <param name="content">What is read.</param>
    /// <param name="expected">For how many bytes room is made before the first comes.</param>
    /// <param name="most">How many are taken.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    private static async Task<byte[]?> ReadAsync(Stream content, int expected, int most, CancellationToken cancellationToken)
    {
        var portion = ArrayPool<byte>.Shared.Rent(PortionBytes);
        try
        {
            using var body = new MemoryStream(expected);
            while (await content.ReadAsync(portion, cancellationToken).ConfigureAwait(false) is > 0 and var read)
            {
                if (body.Length + read > most) return null;
                body.Write(portion, 0, read);
            }

            return body.Length == body.Capacity ? body.GetBuffer() : body.ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(portion);
        }
    }
}
