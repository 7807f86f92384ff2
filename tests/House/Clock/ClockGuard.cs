using System.Text.RegularExpressions;
using ComplaintBot.House.Source;

namespace ComplaintBot.House.Clock;

/// <summary>
/// Wall clocks, sleeps and chance in code that must give the same answer every time. The analyzer bans most of these in the
/// product when it is compiled; this guard also covers the tests.
/// </summary>
internal static class ClockGuard
{
    private static readonly string[] Folders = ["dialogs", "bot", "tests/Dialogs", "tests/Bot", "tests/House"];

    private static readonly Regex Banned = new(
        @"\b(DateTime\s*\.\s*(Now|UtcNow|Today)|DateTimeOffset\s*\.\s*(Now|UtcNow)|Stopwatch|Thread\s*\.\s*Sleep|SpinWait\s*\.\s*SpinUntil"
        + @"|Guid\s*\.\s*(NewGuid|CreateVersion7)|Random\s*\.\s*Shared|Environment\s*\.\s*TickCount(64)?)\b",
        RegexOptions.NonBacktracking);

    private static readonly Regex SystemTime = new(@"\bTimeProvider\s*\.\s*System\b", RegexOptions.NonBacktracking);

    private static readonly Regex Waits = new(@"\b(Task\s*\.\s*Delay|new\s+PeriodicTimer)\s*\(", RegexOptions.NonBacktracking);

    public static List<string> Offences(SourceTree tree) =>
        [.. tree.Under(Folders).Where(f => f.Is(".cs")).SelectMany(file => Found(file).Select(m => Offence(file, m)))];

    private static IEnumerable<Match> Found(SourceFile file)
    {
        // The composition in bot is where the real clock comes in.
        var systemTime = SystemTime.Matches(file.Code).Where(_ => !file.IsUnder("bot"));
        var waits = Waits.Matches(file.Code).Where(m => !HasTimeProvider(file.Code, m.Index + m.Length));
        return Banned.Matches(file.Code).Concat(systemTime).Concat(waits);
    }

    private static string Offence(SourceFile file, Match match) =>
        $"{file.Path}:{file.LineAt(match.Index)} uses {match.Value.TrimEnd('(')}.";

    /// <summary>Whether an argument behind the first names a clock: <c>Task.Delay(pause, time, cancel)</c>.</summary>
    private static bool HasTimeProvider(string code, int at)
    {
        var (depth, second) = (1, -1);
        var end = at;
        for (; end < code.Length && depth > 0; end++)
        {
            depth += code[end] switch { '(' or '[' or '{' => 1, ')' or ']' or '}' => -1, _ => 0 };
            if (code[end] == ',' && depth == 1 && second < 0)
                second = end;
        }

        if (second < 0)
            return false;
        var rest = code[second..end];
        return rest.Contains("time", StringComparison.OrdinalIgnoreCase) || rest.Contains("clock", StringComparison.OrdinalIgnoreCase);
    }
}
