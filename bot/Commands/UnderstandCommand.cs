using System.Text.Json;
using ComplaintBot.Dialogs.Language;
using ComplaintBot.Turns;

namespace ComplaintBot.Commands;

/// <summary>Shows what is understood of messages: one line in, one line out, in order.</summary>
internal sealed class UnderstandCommand(Brain brain, TimeProvider clock, ConsoleTexts texts)
{
    /// <summary>Works off lines until the input ends.</summary>
    /// <param name="input">Plain text or JSON <c>{"text","playbook","question","now"}</c>, one message a line.</param>
    /// <param name="output">The analysis of each, in the same order; for one that can't be analyzed <c>{"text","error"}</c>.</param>
    /// <param name="playbook">The playbook for lines that name none; null for all.</param>
    public async Task RunAsync(TextReader input, TextWriter output, string? playbook)
    {
        var named = Sites.Of(brain.Shelf, playbook is null ? [] : [playbook], texts);
        while (await input.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            if (line.Length == 0) continue;
            await output.WriteLineAsync(Answer(line, named)).ConfigureAwait(false);

            // Whoever writes one line and waits for its answer must not wait for ever.
            await output.FlushAsync().ConfigureAwait(false);
        }
    }

    private string Answer(string line, IReadOnlyList<string> named)
    {
        var message = Read(line);
        try
        {
            var playbooks = Sites.Of(brain.Shelf, message.Playbook is { } own ? [own] : named, texts).Select(id => brain.Shelf.Current[id]);
            var analysis = brain.Analyzer.Analyze(new AnalysisRequest(message.Text, message.Now ?? clock.GetLocalNow(), [.. playbooks]) { Question = message.Question });
            return JsonSerializer.Serialize(analysis, CommandJson.Lines.MessageAnalysis);
        }
        catch (CommandException mistake)
        {
            return CommandJson.Error("text", message.Text, mistake.Message);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // The lines of the others must not be lost with it.
            return CommandJson.Error("text", message.Text, failure.Message);
        }
    }

    /// <summary>A line that begins like a JSON object and is one; anything else is the message itself.</summary>
    private static UnderstandInput Read(string line)
    {
        if (!line.AsSpan().TrimStart().StartsWith('{')) return new(line, null, null, null);
        try
        {
            return JsonSerializer.Deserialize(HalfCharacters.Mend(line), CommandJson.Lines.UnderstandInput) is { Text: not null } input ? input : new(line, null, null, null);
        }
        catch (JsonException)
        {
            return new(line, null, null, null);
        }
    }
}
