using System.Text.Json;
using System.Text.Json.Serialization;
using ComplaintBot.Dialogs.Runtime;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Dialogs.Runtime.Prompts;

namespace ComplaintBot.Dialogs.Tests.Runtime;

// What stands between the two marks is the example of dialogs/Runtime/README.md, word for word.
// <example>
internal sealed record Booking(string Name);

[JsonSerializable(typeof(Booking))]
[JsonSerializable(typeof(DialogStack))]
internal sealed partial class BookingJson : JsonSerializerContext;

internal static class BookingBot
{
    private static readonly DialogSet Dialogs = new DialogSet()
        .Add(new WaterfallDialog<Booking>("booking", BookingJson.Default.Booking)
            .Step("name", step => step.Prompt("text", PromptOptions.Of("A table under what name?")))
            .Step("seats", step =>
            {
                step.State = new Booking(step.ResultAs<string>());
                return step.Prompt("seats", PromptOptions.Of("For how many?", "From 1 to 12, please."));
            })
            .Step("done", step =>
            {
                step.Context.SendActivity($"{step.State.Name}, a table for {step.Result}. See you!");
                return step.EndDialog();
            }))
        .Add(new TextPrompt("text"))
        .Add(new NumberPrompt("seats", validator: answer => answer.Recognized.Value is >= 1 and <= 12));

    private static readonly BookingJson Json = new(new JsonSerializerOptions { Converters = { new DialogStackConverter(Dialogs) } });

    /// <summary>One turn: from the stored stack and what came to the stack to store and what to send.</summary>
    public static (string Stored, IReadOnlyList<Activity> Answers) Turn(string stored, Activity incoming, DateTimeOffset now)
    {
        var stack = JsonSerializer.Deserialize(stored, Json.DialogStack)!;
        var context = new TurnContext(incoming, now);
        DialogRunner.Run(Dialogs.Get("booking"), context, stack, new Booking("nobody"));
        return (JsonSerializer.Serialize(stack, Json.DialogStack), context.Outgoing);
    }
}
// </example>
