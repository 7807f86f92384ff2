using System.Text.Json;
using System.Text.Json.Nodes;

namespace ComplaintBot.Commands;

/// <summary>Asks a running server whether it should be sent customers; for containers, which have nothing else to ask with.</summary>
internal sealed class HealthCommand(ConsoleTexts texts, TextWriter output)
{
    private const string Path = "/healthz/ready";
    private const int LongestAnswer = 65_536;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private static readonly string[] Anywhere = ["//*", "//+", "//0.0.0.0", "//[::]"];

    /// <summary>Asks, and says what is answered.</summary>
    /// <param name="address">Where the server listens; an address of all interfaces means this machine.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <returns>0 when customers may be sent there, degraded or not; 1 when not.</returns>
    /// <exception cref="CommandException">It is no address.</exception>
    public async Task<int> RunAsync(string address, CancellationToken cancellationToken)
    {
        var question = Question(address);
        try
        {
            using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = Patience, MaxResponseContentBufferSize = LongestAnswer };
            using var response = await http.GetAsync(question, cancellationToken).ConfigureAwait(false);
            var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false));
            return Say(question, answer, response.IsSuccessStatusCode);
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException or InvalidOperationException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            Write(texts["health-silent", ("address", question.AbsoluteUri), ("reason", failure.Message)]);
            return 1;
        }
    }

    private int Say(Uri question, JsonNode? answer, bool isWell)
    {
        var status = answer?["status"]?.GetValue<string>() ?? throw new InvalidOperationException(texts["health-stranger"]);
        Write(texts["health-status", ("address", question.GetLeftPart(UriPartial.Authority)), ("status", status)]);
        foreach (var one in answer["degraded"] as JsonArray ?? new JsonArray()) Write($"  {one}");
        return isWell ? 0 : 1;
    }

    private Uri Question(string address)
    {
        foreach (var one in Anywhere) address = address.Replace(one, "//localhost", StringComparison.Ordinal);
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? new(uri, Path) : throw new CommandException(texts["error-no-address", ("address", address)]);
    }

    /// <summary>A line, safe for a terminal: somebody else may be listening there.</summary>
    private void Write(string line) => output.WriteLine(TerminalText.Clean(line));
}
