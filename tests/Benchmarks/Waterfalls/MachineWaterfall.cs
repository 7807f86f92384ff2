using System.Text.Json;
using ComplaintBot.Dialogs.Runtime;
using ComplaintBot.Dialogs.Runtime.Prompts;

namespace ComplaintBot.Benchmarks.Waterfalls;

/// <summary>The same five questions on the dialog machine, a text prompt a step: what the machine itself costs.</summary>
internal sealed class MachineWaterfall
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.FromHours(8));

    private readonly WaterfallDialog<Heard> root;
    private readonly WaterfallJson json;

    public MachineWaterfall()
    {
        var dialogs = new DialogSet();
        json = WaterfallJson.For(dialogs);
        root = new WaterfallDialog<Heard>("complaint", WaterfallJson.Default.Heard)
            .Step("vent", step => Ask(step, 0))
            .Step("apology", step => { step.State.Vent = (string?)step.Result; return Ask(step, 1); })
            .Step("facts", step => { step.State.Apology = (string?)step.Result; return Ask(step, 2); })
            .Step("remedy", step => { step.State.Facts = (string?)step.Result; return Ask(step, 3); })
            .Step("satisfaction", step => { step.State.Remedy = (string?)step.Result; return Ask(step, 4); })
            .Step("close", Close);
        dialogs.Add(new TextPrompt("text")).Add(root);
    }

    /// <summary>A conversation of <see cref="FiveQuestions.Turns"/> turns.</summary>
    /// <returns>How many bytes were stored.</returns>
    public int Talk()
    {
        var stored = Write(new DialogStack());
        var written = 0;
        foreach (var came in FiveQuestions.Answers)
        {
            var stack = JsonSerializer.Deserialize(stored, json.DialogStack)!;
            var context = new TurnContext(came, Noon);
            DialogRunner.Run(root, context, stack);
            stored = Write(stack);
            written += stored.Length + context.Outgoing.Count;
        }

        return written;
    }

    private static DialogTurnResult Ask(WaterfallStepContext<Heard> step, int question) => step.Prompt("text", PromptOptions.Of(FiveQuestions.Questions[question]));

    private static DialogTurnResult Close(WaterfallStepContext<Heard> step)
    {
        step.State.Satisfaction = (string?)step.Result;
        step.Context.SendActivity(FiveQuestions.Goodbye);
        return step.EndDialog();
    }

    private byte[] Write(DialogStack stack) => JsonSerializer.SerializeToUtf8Bytes(stack, json.DialogStack);
}
