using System.Text.Json;
using ComplaintBot.Dialogs.Runtime.Activities;

namespace ComplaintBot.Benchmarks.Waterfalls;

/// <summary>
/// The floor: five questions written by hand, as little as a turn can be made of. State read, one step, state written; no machine, no
/// interruptions, no second language.
/// </summary>
internal sealed class FloorWaterfall
{
    private readonly WaterfallJson json = WaterfallJson.For(new());

    /// <summary>A conversation of <see cref="FiveQuestions.Turns"/> turns.</summary>
    /// <returns>How many bytes were stored, so that nothing of it can be left out.</returns>
    public int Talk()
    {
        var stored = Write(new FloorState(0, new Heard()));
        var written = 0;
        foreach (var came in FiveQuestions.Answers)
        {
            var outgoing = new List<Activity>();
            stored = Turn(stored, came, outgoing);
            written += stored.Length + outgoing.Count;
        }

        return written;
    }

    private byte[] Turn(byte[] stored, Activity came, List<Activity> outgoing)
    {
        var state = JsonSerializer.Deserialize(stored, json.FloorState)!;
        var heard = state.Heard;
        switch (state.Step)
        {
            case 1: heard.Vent = came.Text; break;
            case 2: heard.Apology = came.Text; break;
            case 3: heard.Facts = came.Text; break;
            case 4: heard.Remedy = came.Text; break;
            case 5: heard.Satisfaction = came.Text; break;
        }

        outgoing.Add(came.CreateReply(state.Step < FiveQuestions.Questions.Length ? FiveQuestions.Questions[state.Step] : FiveQuestions.Goodbye));
        return Write(state with { Step = state.Step + 1 });
    }

    private byte[] Write(FloorState state) => JsonSerializer.SerializeToUtf8Bytes(state, json.FloorState);
}
