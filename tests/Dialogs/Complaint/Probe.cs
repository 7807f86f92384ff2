using ComplaintBot.Dialogs.Vocabulary;
namespace ComplaintBot.Dialogs.Tests.Complaint;
public sealed class Probe(Xunit.Abstractions.ITestOutputHelper output)
{
    [Fact]
    public void Show()
    {
        Talk? talk = null;
        foreach (var raw in File.ReadAllLines(Environment.GetEnvironmentVariable("PROBE")!))
        {
            var line = raw;
            if (line.StartsWith("## ")) { var p = line[3..].Split(' '); TongueTags.TryParse(p[1], out var t); output.WriteLine("=========== " + line); talk = new Talk(p[0], t); continue; }
            if (line.Length == 0) continue;
            try {
            var heard = talk!.Say(line);
            output.WriteLine($"> {heard.Line}");
            foreach (var m in heard.Messages) output.WriteLine($"     [{ComplaintBot.Dialogs.Complaint.TurnEntity.Read(m,"stage")}/{ComplaintBot.Dialogs.Complaint.TurnEntity.Read(m,"step")}/{ComplaintBot.Dialogs.Complaint.TurnEntity.Read(m,"expects")}] {m.Text}");
            var c = heard.State.Case;
            output.WriteLine($"     = heads {string.Join(",", c.Heads.Select(h => h.Category + (h.Answered ? "+" : "")))} anger {string.Join("", c.Anger)} lane {c.Lane} sev {c.Severity} prio {c.Priority} owner {heard.State.Owner} state {c.State} over {heard.State.Over} expects {heard.State.Expects} lang {heard.State.Speech.Tongue} trig {string.Join(",", c.Triggers.Select(t=>t.Id+(t.Fired?"!":"")))} facts {string.Join(" ", c.Facts.Select(f => f.Name+"="+f.Value+(f.Declined?"X":"")))} size {heard.Size}");
            } catch (Xunit.Sdk.XunitException e) { output.WriteLine("!!!! " + e.Message.Split('\n')[0]); }
        }
    }
}
