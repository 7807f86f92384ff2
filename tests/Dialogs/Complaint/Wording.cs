using System.Text;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Tests.Complaint;

/// <summary>What can be said of a finished message by its letters alone. The customer's own words, in quotation marks, are left out.</summary>
internal static class Wording
{
    private static readonly string[] Apologies = ["对不起", "抱歉", "道歉", "致歉", "對不起", "道歉", "致歉", "sorry", "apolog", "regret"];
    private static readonly string[] TurningZh = ["但是", "不过", "不過", "可是", "然而", "只是"];
    private static readonly string[] TurningEn = ["but", "however", "although"];

    /// <summary>Whether a turning word follows an apology.</summary>
    public static bool TurnsAfterApology(string text)
    {
        var own = WithoutQuotations(text);
        var at = Apologies.Select(word => own.IndexOf(word, StringComparison.OrdinalIgnoreCase)).Where(found => found >= 0).DefaultIfEmpty(-1).Min();
        if (at < 0) return false;
        var rest = own[at..];
        return TurningZh.Any(rest.Contains) || rest.Split([' ', ',', '.', ';', ':'], StringSplitOptions.RemoveEmptyEntries).Any(word => TurningEn.Contains(word, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Whether a message to somebody who speaks English is Chinese, or the other way round. Names of the playbook are the same in both.</summary>
    public static bool IsInWrongScript(string text, Tongue tongue, Playbook playbook)
    {
        var own = WithoutQuotations(text).Replace(playbook.Identity.Business.Zh, "", StringComparison.Ordinal);
        var han = own.Count(c => c is >= '\u4E00' and < '\uA000');
        return tongue == Tongue.En ? han > 0 : han == 0;
    }

    private static string WithoutQuotations(string text)
    {
        var own = new StringBuilder(text.Length);
        var inside = false;
        foreach (var c in text)
        {
            if (c is '“' or '”' or '"') inside = c == '"' ? !inside : c == '“';
            else if (!inside) own.Append(c);
        }

        return own.ToString();
    }
}
