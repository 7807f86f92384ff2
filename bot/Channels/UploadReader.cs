using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace ComplaintBot.Channels;

/// <summary>Reads files that are sent, by customers and by people at the desk alike: several parts, or one file as the body. What they are is told by their bytes.</summary>
/// <param name="most">Bytes of one upload with all its files.</param>
/// <param name="kinds">Media types of files that are taken.</param>
internal sealed class UploadReader(int most, IReadOnlyList<string> kinds)
{
    private const int MostParts = 21;
    private const int LongestName = 120;

    /// <summary>Reads an upload.</summary>
    /// <returns>The upload, or why it is not taken.</returns>
    public async Task<(Upload? Upload, Refusal? Refusal)> ReadAsync(HttpRequest request)
    {
        if (await Bodies.ReadAsync(request, most).ConfigureAwait(false) is not { } body) return (null, Refusal.TooLarge(most, "bytes"));
        return await ReadAsync(request, body).ConfigureAwait(false);
    }

    /// <summary>Why a file of an upload is not taken; null when all are.</summary>
    public Refusal? WhyNot(Upload upload) => upload.Files.FirstOrDefault(file => !kinds.Contains(file.Kind)) is { } odd ? Refusal.FileKind(odd.Name) : null;

    private static async Task<(Upload? Upload, Refusal? Refusal)> ReadAsync(HttpRequest request, byte[] body)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)) return (null, Refusal.Bad("the content type is missing"));
        if (!type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)) return Single(request, body);
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (boundary is not { Length: > 0 and <= 200 }) return (null, Refusal.Bad("the boundary is missing"));
        try
        {
            return await PartsAsync(boundary, body).ConfigureAwait(false);
        }
        catch (Exception wrong) when (wrong is IOException or InvalidDataException)
        {
            return (null, Refusal.Bad("the parts can't be told apart"));
        }
    }

    private static async Task<(Upload? Upload, Refusal? Refusal)> PartsAsync(string boundary, byte[] body)
    {
        var reader = new MultipartReader(boundary, new MemoryStream(body));
        var (activity, files) = ((byte[]?)null, new List<SentFile>());
        for (var count = 0; await reader.ReadNextSectionAsync().ConfigureAwait(false) is { } part; count++)
        {
            if (count == MostParts) return (null, Refusal.Bad(string.Create(CultureInfo.InvariantCulture, $"more than {MostParts - 1} files")));
            if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition)) return (null, Refusal.Bad("a part has no name"));
            using var content = new MemoryStream();
            await part.Body.CopyToAsync(content).ConfigureAwait(false);
            switch (HeaderUtilities.RemoveQuotes(disposition.Name).Value)
            {
                case "activity":
                    activity = content.ToArray();
                    break;
                case "file":
                    files.Add(new(Named(disposition), content.ToArray()));
                    break;
            }
        }

        return files.Count > 0 ? (new Upload(activity, files), null) : (null, Refusal.Bad("there is no file in it"));
    }

    private static (Upload? Upload, Refusal? Refusal) Single(HttpRequest request, byte[] body)
    {
        _ = ContentDispositionHeaderValue.TryParse(request.Headers.ContentDisposition.ToString(), out var disposition);
        return body.Length > 0 ? (new Upload(null, [new(Named(disposition), body)]), null) : (null, Refusal.Bad("there is no file in it"));
    }

    /// <summary>The name of a file without any path, and without what a file name may not have.</summary>
    private static string Named(ContentDispositionHeaderValue? disposition)
    {
        var given = (disposition?.FileNameStar is { HasValue: true } star ? star : disposition?.FileName ?? default).Value?.Trim('"') ?? "";
        var name = string.Concat(given[(given.LastIndexOfAny(['/', '\\']) + 1)..].Where(c => !char.IsControl(c) && !char.IsSurrogate(c)));
        return name.Length switch { 0 => "file", > LongestName => name[^LongestName..], _ => name };
    }
}
