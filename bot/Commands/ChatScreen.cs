using ComplaintBot.Dialogs.Playbooks;

namespace ComplaintBot.Commands;

/// <summary>How a chat looks in a terminal; without colours where they are not wanted or not possible.</summary>
/// <param name="output">The terminal.</param>
/// <param name="texts">What is said around the chat.</param>
/// <param name="colours">Whether it may be coloured.</param>
/// <param name="echoes">Whether what the customer says must be shown, because no terminal has shown it while it was typed.</param>
/// <param name="resumeCommand">How to go on later.</param>
internal sealed class ChatScreen(TextWriter output, ConsoleTexts texts, bool colours, bool echoes, string resumeCommand)
{
    private const string Reset = "\e[0m";
    private const string Bold = "\e[1m";
    private const string Dim = "\e[2m";
    private const string Blue = "\e[38;5;67m";
    private const string Green = "\e[38;5;65m";

    private bool botSpoke;

    /// <summary>Whether colours may be used here.</summary>
    public static bool MayUseColours() => MayUseColours(Console.IsOutputRedirected, Environment.GetEnvironmentVariable("NO_COLOR"), Environment.GetEnvironmentVariable("TERM"));

    /// <summary>Whether colours may be used: on a terminal that knows them, unless somebody asked to leave them out (no-color.org).</summary>
    public static bool MayUseColours(bool redirected, string? noColor, string? terminal) => !redirected && string.IsNullOrEmpty(noColor) && terminal is not (null or "" or "dumb");

    /// <summary>The head of the chat.</summary>
    public void Title(string business)
    {
        var title = TerminalText.Clean(texts["chat-title", ("business", business)]);
        output.WriteLine();
        output.WriteLine(Styled(Bold + Blue, title));
        output.WriteLine(Styled(Dim, texts["chat-hint"]));
        output.WriteLine();
    }

    /// <summary>A message of the bot.</summary>
    public void Bot(string name, string text)
    {
        if (!botSpoke) output.WriteLine(Styled(Bold + Blue, TerminalText.Clean(name)));
        botSpoke = true;
        output.WriteLine($"  {TerminalText.Clean(text)}");
    }

    /// <summary>A message of the customer, when an earlier chat is shown again.</summary>
    public void Customer(string text)
    {
        output.WriteLine();
        output.WriteLine($"{Styled(Bold + Green, texts["chat-you"])}  {TerminalText.Clean(text)}");
        output.WriteLine();
        botSpoke = false;
    }

    /// <summary>Answers to choose from, by number.</summary>
    public void Choices(IReadOnlyList<string> choices)
    {
        if (choices.Count == 0) return;
        var numbered = string.Join("  ", choices.Select((choice, i) => $"[{i + 1}] {TerminalText.Clean(choice)}"));
        output.WriteLine(Styled(Dim, "  " + texts["chat-choices", ("choices", numbered)]));
    }

    /// <summary>A remark that nobody said.</summary>
    public void Note(string key) => output.WriteLine(Styled(Dim, texts[key]));

    /// <summary>What came of reading the playbooks again while the chat is running.</summary>
    public void Reloaded(IReadOnlyList<PlaybookError> errors)
    {
        Note(errors.Count == 0 ? "reloaded" : "reload-failed");
        foreach (var error in errors) output.WriteLine(Styled(Dim, TerminalText.Clean($"    {error}")));
    }

    /// <summary>Waits for the customer to type.</summary>
    public void Prompt()
    {
        output.WriteLine();
        output.Write($"{Styled(Bold + Green, texts["chat-you"])}  ");
        output.Flush();
        botSpoke = false;
    }

    /// <summary>What the customer answered to the prompt.</summary>
    public void Typed(string text)
    {
        if (echoes) output.WriteLine(TerminalText.Clean(text));
    }

    /// <summary>The customer has left.</summary>
    public void Left()
    {
        output.WriteLine();
        output.WriteLine(Styled(Dim, texts["chat-left", ("command", resumeCommand)]));
        output.Flush();
    }

    private string Styled(string style, string text) => colours ? style + text + Reset : text;
}
