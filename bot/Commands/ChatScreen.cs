namespace ComplaintBot.Commands;

/// <summary>How a chat looks in a terminal; without colours where they are not wanted or not possible.</summary>
internal sealed class ChatScreen(TextWriter output, ConsoleTexts texts, bool colours, string resumeCommand)
{
    private const string Reset = "\e[0m";
    private const string Bold = "\e[1m";
    private const string Dim = "\e[2m";
    private const string Blue = "\e[38;5;67m";
    private const string Green = "\e[38;5;65m";

    private bool botSpoke;

    /// <summary>Whether colours may be used: a terminal that knows them, and nobody asked to leave them out (no-color.org).</summary>
    public static bool MayUseColours() => !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");

    /// <summary>The head of the chat.</summary>
    public void Title(string business)
    {
        var title = texts["chat-title", ("business", business)];
        output.WriteLine();
        output.WriteLine(Styled(Bold + Blue, title));
        output.WriteLine(Styled(Dim, texts["chat-hint"]));
        output.WriteLine();
    }

    /// <summary>A message of the bot.</summary>
    public void Bot(string name, string text)
    {
        if (!botSpoke) output.WriteLine(Styled(Bold + Blue, name));
        botSpoke = true;
        output.WriteLine($"  {Clean(text)}");
    }

    /// <summary>A message of the customer, when an earlier chat is shown again.</summary>
    public void Customer(string text)
    {
        output.WriteLine();
        output.WriteLine($"{Styled(Bold + Green, texts["chat-you"])}  {Clean(text)}");
        output.WriteLine();
        botSpoke = false;
    }

    /// <summary>Answers to choose from, by number.</summary>
    public void Choices(IReadOnlyList<string> choices)
    {
        if (choices.Count == 0) return;
        output.WriteLine(Styled(Dim, "  " + texts["chat-choices", ("choices", string.Join("  ", choices.Select((choice, i) => $"[{i + 1}] {choice}")))]));
    }

    /// <summary>A remark that nobody said.</summary>
    public void Note(string key) => output.WriteLine(Styled(Dim, texts[key]));

    /// <summary>Waits for the customer to type.</summary>
    public void Prompt()
    {
        output.WriteLine();
        output.Write($"{Styled(Bold + Green, texts["chat-you"])}  ");
        output.Flush();
        botSpoke = false;
    }

    /// <summary>The customer has left.</summary>
    public void Left()
    {
        output.WriteLine();
        output.WriteLine(Styled(Dim, texts["chat-left", ("command", resumeCommand)]));
        output.Flush();
    }

    /// <summary>Control characters in a text must not reach the terminal: they could move the cursor or change its settings.</summary>
    private static string Clean(string text)
    {
        foreach (var c in text)
            if (char.IsControl(c)) return string.Concat(text.Select(each => char.IsControl(each) && each != '\n' ? ' ' : each));
        return text;
    }

    private string Styled(string style, string text) => colours ? style + text + Reset : text;
}
