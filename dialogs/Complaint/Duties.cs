using System.Collections.Frozen;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint;

/// <summary>What duties are called when a customer is told who takes care.</summary>
internal static class Duties
{
    private static readonly FrozenDictionary<string, LocalizedText> Names = new Dictionary<string, LocalizedText>
    {
        ["duty-manager"] = new("值班经理", "the duty manager"),
        ["on-site-manager"] = new("现场负责人", "the manager on site"),
        ["department-lead"] = new("部门负责人", "the head of the department"),
        ["operations-centre"] = new("运行中心", "the operations centre"),
        ["quality"] = new("质量部门", "the quality team"),
        ["risk-control"] = new("风控部门", "the risk team"),
        ["finance"] = new("财务部门", "the finance team"),
        ["insurance"] = new("保险专员", "the insurance desk"),
        ["legal"] = new("法务部门", "the legal team"),
        ["hr"] = new("人事部门", "the HR team"),
        ["pr"] = new("公关部门", "the press office"),
        ["it-security"] = new("信息安全部门", "the information security team"),
        ["client-contact"] = new("客户联系人", "the client contact"),
        ["oversight-office"] = new("监督部门", "the oversight office"),
        ["archive"] = new("档案室", "the archive"),
        ["agent"] = new("客服同事", "a colleague"),
        ["supervisor"] = new("客服主管", "the supervisor"),
        ["manager"] = new("经理", "the manager"),
        ["security"] = new("安保部门", "the security team"),
    }.ToFrozenDictionary();

    /// <summary>A duty's name as a customer hears it; an unknown one is the head of the department.</summary>
    public static string Name(string duty, Tongue tongue) => (Names.TryGetValue(duty, out var name) ? name : Names["department-lead"]).In(tongue);
}
