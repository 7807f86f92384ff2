using System.Text.Json;
using ComplaintBot.Dialogs.Language.Recognizers;
using ComplaintBot.Turns;

namespace ComplaintBot.Commands;

/// <summary>Shows which entities are found in texts: one JSON line in, one out, in order.</summary>
internal sealed class RecognizeCommand(TimeProvider clock, ConsoleTexts texts)
{
    /// <summary>Works off lines until the input ends.</summary>
    /// <param name="input">JSON <c>{"type","input","reference_time"}</c>, one text a line; the types are datetime, number, currency, phone (or phonenumber), email and boolean.</param>
    /// <param name="output"><c>{"input","results"}</c> of each, in the same order; for a line that can't be read <c>{"input","error"}</c>.</param>
    public async Task RunAsync(TextReader input, TextWriter output)
    {
        while (await input.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            if (line.Length == 0) continue;
            await output.WriteLineAsync(Answer(line)).ConfigureAwait(false);

            // Whoever writes one line and waits for its answer must not wait for ever.
            await output.FlushAsync().ConfigureAwait(false);
        }
    }

    private string Answer(string line)
    {
        RecognizeInput? asked;
        try
        {
            asked = JsonSerializer.Deserialize(HalfCharacters.Mend(line), RecognizeJson.Lines.RecognizeInput);
        }
        catch (JsonException mistake)
        {
            return CommandJson.Error("input", line, mistake.Message);
        }

        if (asked?.Input is not { } text) return CommandJson.Error("input", line, texts["error-no-input"]);
        if (KindOf(asked.Type) is not { } kind) return CommandJson.Error("input", text, texts["error-unknown-entity", ("name", asked.Type ?? "")]);
        var found = EntityRecognizer.Recognize(kind, text, asked.ReferenceTime ?? clock.GetLocalNow().DateTime);
        return JsonSerializer.Serialize(new RecognizeOutput(text, [.. found.Select(result => new RecognizedEntity(result.Text, result.Start, result.End, result.TypeName, result.Resolution))]), RecognizeJson.Lines.RecognizeOutput);
    }

    private static EntityKind? KindOf(string? name) => name switch
    {
        "datetime" => EntityKind.DateTime,
        "number" => EntityKind.Number,
        "currency" => EntityKind.Currency,
        "phone" or "phonenumber" => EntityKind.PhoneNumber,
        "email" => EntityKind.Email,
        "boolean" => EntityKind.Boolean,
        _ => null,
    };
}
