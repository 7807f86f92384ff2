using System.Net.Mail;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ComplaintBot.Desk.Paging;

/// <summary>Reaches one person by webhook, mail, or a request as the settings write it.</summary>
internal sealed class PageSender(PagingSettings settings) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Patience };

    /// <summary>Sends a page.</summary>
    /// <returns><c>sent</c>, or in a few words why not; never what was sent.</returns>
    public async Task<string> SendAsync(Page page, PagingStep step, string link, CancellationToken cancellationToken)
    {
        var values = Values(page, step, link);
        try
        {
            if (step.Kind == PageKind.Smtp) return await MailAsync(step, values, cancellationToken).ConfigureAwait(false);
            using var request = step.Kind == PageKind.Webhook ? Webhook(page, step, values) : Custom(step, values);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            return response.IsSuccessStatusCode ? Sent : $"answered {(int)response.StatusCode}";
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested && failure is HttpRequestException or SmtpException or IOException or OperationCanceledException or FormatException or InvalidOperationException)
        {
            return failure is HttpRequestException { HttpRequestError: var error } ? $"failed: {error}" : $"failed: {failure.GetType().Name}";
        }
    }

    /// <summary>What a try that went out is noted as.</summary>
    public const string Sent = "sent";

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private Dictionary<string, string> Values(Page page, PagingStep step, string link)
    {
        var values = new Dictionary<string, string>
        {
            ["person"] = step.Person,
            ["case"] = page.CaseNumber,
            ["priority"] = page.Priority.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["trigger"] = page.Trigger,
            ["words"] = page.Words,
            ["brief"] = page.Brief,
            ["link"] = link,
        };
        var texts = PageTexts.For(settings.Language);
        var (subject, text) = (PageTexts.Fill(texts["subject"], values, value => value), PageTexts.Fill(texts["text"], values, value => value));
        (values["subject"], values["text"]) = (subject, text);
        return values;
    }

    private static HttpRequestMessage Webhook(Page page, PagingStep step, Dictionary<string, string> values)
    {
        var body = new System.Buffers.ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(body, Relaxed))
        {
            json.WriteStartObject();
            json.WriteString("type", "page");
            json.WriteString("id", page.Id);
            json.WriteString("raisedAt", page.RaisedAt);
            json.WriteNumber("try", page.Tries + 1);
            foreach (var (name, value) in values) json.WriteString(name, value);
            json.WriteEndObject();
        }

        var request = new HttpRequestMessage(HttpMethod.Post, step.Target) { Content = new ReadOnlyMemoryContent(body.WrittenMemory) };
        request.Content.Headers.ContentType = new("application/json") { CharSet = "utf-8" };
        return WithHeaders(request, step);
    }

    /// <summary>A request with the names in braces filled in: in the address as addresses are written, in the body as JSON is.</summary>
    private static HttpRequestMessage Custom(PagingStep step, Dictionary<string, string> values)
    {
        var request = new HttpRequestMessage(new HttpMethod(step.Method), PageTexts.Fill(step.Target, values, Uri.EscapeDataString));
        if (step.Body is { } body) request.Content = new StringContent(PageTexts.Fill(body, values, Inner), Encoding.UTF8, "application/json");
        return WithHeaders(request, step);
    }

    private static HttpRequestMessage WithHeaders(HttpRequestMessage request, PagingStep step)
    {
        foreach (var (name, value) in step.Headers)
        {
            if (request.Headers.TryAddWithoutValidation(name, value) || request.Content is not { } content) continue;
            content.Headers.Remove(name);
            content.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    private async Task<string> MailAsync(PagingStep step, Dictionary<string, string> values, CancellationToken cancellationToken)
    {
        var mail = settings.Mail;
        using var client = new SmtpClient(mail.Host, mail.Port) { EnableSsl = mail.IsEncrypted, Timeout = (int)Patience.TotalMilliseconds };
        if (mail.User is { } user) client.Credentials = new System.Net.NetworkCredential(user, mail.Password);
        using var message = new MailMessage(mail.From, step.Target) { Subject = OneLine(values["subject"]), Body = values["text"], SubjectEncoding = Encoding.UTF8, BodyEncoding = Encoding.UTF8, Priority = MailPriority.High };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        await client.SendMailAsync(message, patience.Token).ConfigureAwait(false);
        return Sent;
    }

    private static string OneLine(string text) => string.Concat(text.Select(one => char.IsControl(one) ? ' ' : one));

    /// <summary>A text as it stands between the quotes of a JSON string.</summary>
    private static string Inner(string value) => JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();
}
