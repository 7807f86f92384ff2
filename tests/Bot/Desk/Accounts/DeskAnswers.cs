using System.Text.Json.Nodes;
using ComplaintBot.Tests.DirectLine;

namespace ComplaintBot.Tests.Desk.Accounts;

/// <summary>Reads answers of the desk.</summary>
internal static class DeskAnswers
{
    /// <summary>Status and code, as one text to compare.</summary>
    public static string Is(this Answer answer) => $"{answer.Status} {(answer.Status < 400 ? "" : answer.Json?["code"]?.GetValue<string>())}".Trim();

    public static JsonArray List(this Answer answer) => answer.Json!.AsArray();
}
