using ComplaintBot.Dialogs.Playbooks;

namespace ComplaintBot.Dialogs.Tests.Playbooks;

/// <summary>A small playbook with everything in it, and a child of it, to plant mistakes in.</summary>
internal static class PlaybookTexts
{
    public const string Base = """
        playbook: base
        name: { zh: 通用, en: everything }
        identity:
          business: { zh: 晨风小店, en: Morning Wind }
          assistant: { zh: 小风, en: Gale }
          country: CN
          currency: CNY
          time_zone: Asia/Shanghai
          hours: { open: "09:00", close: "21:00", days: [mon, tue, wed, thu, fri], holidays: [2027-01-01] }
          emergency_numbers: { medical: "120", fire: "119", police: "110", crisis: "12356" }
        manner: warm
        authority:
          limits: { CNY: { bot: 200, agent: 1000, supervisor: 5000, manager: 50000 }, "*": { bot: 30, agent: 150, supervisor: 750, manager: 7500 } }
          grants_per_customer: 3
        thresholds: { furious_messages: 2 }
        clocks: { progress: 24h, progress-important: 12h, progress-major: 4h, first-answer-by-person: 60s, department-transfer: 30m, determined: 24h, determined-unreachable: 48h, ordinary-answer: 24h, complex-answer: 72h, second-review: 4h, closed-after-decision: 8h, follow-up: 24h, review: 3d, approval-in-chat: 5m, on-site: 5m, written-reply: 5d working }
        triggers:
          danger-to-life: { priority: 0, severity: major, tell: [duty-manager] }
          injury: { priority: 1 }
          food-poisoning: { priority: 1 }
          fire-or-gas: { priority: 1 }
          threat-or-extortion: { priority: 1 }
          press: { priority: 1, priority_when_announced: 1, severity: major, tell: [pr, supervisor] }
          lawyer: { priority: 1, priority_when_announced: 2 }
          police: { priority: 1 }
          consumer-association: { priority: 1, hands_over_when_announced: false }
          regulator: { priority: 1, hands_over_when_announced: false }
          group-action: { priority: 1 }
          over-authority: { priority: 2 }
          asks-for-person: { priority: 2 }
          furious: { priority: 2 }
          remedy-refused: { priority: 2 }
          unreasonable-objection: { priority: 2 }
          repeat-complaint: { priority: 2, hands_over: false }
          past-clock: { priority: 2 }
          not-understood: { priority: 3 }
          vulnerable: { priority: 2, hands_over: false }
          data-leak: { priority: 1 }
          statutory-claim: { priority: 2 }
          abuse: { priority: 2 }
        safety:
          danger-to-life: { first: { zh: "请马上拨打{medical}。", en: "Please call {medical} now." }, next: { zh: [请留在安全的地方。], en: [Stay where it is safe.] }, ask: [place] }
        laws:
          - { id: threefold, article: { zh: 第五十五条, en: article 55 }, words: { zh: [赔三倍], en: [three times] }, multiple: 3, minimum: 500 }
        phrases:
          opening: { zh: ["您好，我是{assistant}。"], en: ["Hello, this is {assistant}."] }
        facts:
          place: { type: place, label: { zh: 地点, en: the place }, ask: { zh: [在哪里？, 哪个地方？], en: [Where was it?, Which place was it?] }, why: { zh: 好派人过去, en: so that somebody can go there } }
          amount: { type: money, label: { zh: 金额, en: the amount }, ask: { zh: [多少钱？, 金额是多少？], en: [How much was it?, What was the amount?] }, why: { zh: 好核对账目, en: so that the books can be checked } }
          charged: { type: money, label: { zh: 实收, en: the charge }, ask: { zh: [收了多少？, 付了多少？], en: [How much was charged?, What did you pay?] }, why: { zh: 好算差额, en: so that the difference is known }, known_by: [amount] }
          expected: { type: money, label: { zh: 应收, en: the right price }, ask: { zh: [应该多少？, 标价多少？], en: [How much should it be?, What was the price shown?] }, why: { zh: 好算差额, en: so that the difference is known } }
          seat: { type: choice, label: { zh: 座位, en: the seat }, ask: { zh: [坐在哪边？, 里面还是外面？], en: [Where did you sit?, Inside or outside?] }, why: { zh: 好找到座位, en: so that the seat is found }, choices: [{ id: inside, label: { zh: 里面, en: inside } }, { id: outside, label: { zh: 外面, en: outside }, words: { zh: [露台], en: [terrace] } }] }
        categories:
          service:
            name: { zh: 服务, en: the service }
            severity: minor
            presumed_cause: communication
            examples: { zh: [没人理我们], en: [nobody came to us] }
            words: { zh: [没人理], en: [ignored] }
            facts: { needed: [place], useful: [seat] }
            at_once: { zh: 已通知门店负责人, en: the manager has been told }
            misunderstanding: { fact: seat, signs: { zh: [外面], en: [outside] }, question: { zh: "您坐在外面吗？", en: "Were you sitting outside?" }, explanation: { zh: 外面要自己取餐, en: outside one fetches the meal oneself } }
            ladder:
              - { kind: explanation, offer: { zh: "请负责人在{date}前给您回电", en: "have the manager call you by {date}" }, due: 2h, by: on-site-manager, causes: [communication, fault, unknown] }
              - { kind: gift, value: { fixed: 20 }, offer: { zh: "送您{amount}的券", en: "give you a voucher of {amount}" }, due: 1d, by: finance, causes: [fault], answers: { zh: [券], en: [voucher] } }
            routes: [on-site-manager]
          money:
            name: { zh: 金额, en: the bill }
            severity: important
            presumed_cause: fault
            examples: { zh: [多收了钱], en: [I was charged too much] }
            facts: { needed: [charged, expected] }
            at_once: { zh: 财务已在核对, en: the bill is being checked }
            ladder:
              - { kind: difference, value: { difference: [charged, expected], otherwise: amount }, offer: { zh: "把{amount}退回给您", en: "pay {amount} back" }, due: 3d, by: finance, causes: [fault, unknown] }
              - { kind: partial-refund, value: { share_of: amount, percent: 50 }, offer: { zh: "再退{amount}", en: "refund another {amount}" }, due: 3d, by: finance, grant: supervisor, causes: [fault] }
            routes: [finance, quality]

        """;

    public const string Child = """
        playbook: child
        extends: base
        name: { zh: 小馆, en: small restaurants }
        identity:
          currency: HKD
          hours: { close: "22:00" }
        authority: { sum_per_customer: 300, window_days: 30 }
        thresholds: { angry_in_a_row: 2, tactics_to_cool: 1, not_understood_in_a_row: 1, not_understood_in_all: 2, refusals: 1, unreasonable_objections: 1, abusive_messages: 3 }
        triggers:
          press: { tell: [legal], severity_when_announced: important }
        facts:
          amount:
            label: { zh: 账单, en: the bill }
            cues: { zh: [块], en: [bucks] }
            from_grievance: true
        categories:
          money:
            severity: minor
          dish:
            name: { zh: 菜品, en: the dish }
            severity: minor
            presumed_cause: fault
            priority: 3
            trigger: food-poisoning
            can_hurt: true
            on_premises: true
            examples: { zh: [菜是凉的], en: [the dish was cold] }
            facts: { needed: [place] }
            at_once: { zh: 后厨已在核对, en: the kitchen is checking }
            ladder:
              - { kind: redo, offer: { zh: 请后厨重做, en: have it made again }, due: 1h, by: on-site-manager, causes: [fault] }
              - { kind: discount, value: { fixed: 10 }, offer: { zh: "减{amount}", en: "take {amount} off" }, due: 1h, by: on-site-manager, causes: [fault] }
            routes: [quality]

        """;

    public static PlaybookSource BaseSource { get; } = new("base.yaml", Base);

    public static PlaybookSource ChildSource { get; } = new("child.yaml", Child);

    /// <summary>The good base, which must be without mistakes.</summary>
    public static Playbook Good() => Read(BaseSource).Playbooks!["base"];

    public static PlaybookReading Read(params PlaybookSource[] sources) => PlaybookReader.Read(sources);

    /// <summary>The base with one piece of text replaced, and the line on which the replacement begins.</summary>
    public static (string Text, int Line) Planted(string good, string bad)
    {
        var at = Base.IndexOf(good, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{good}' is not in the text to plant in.");
        return (Base[..at] + bad + Base[(at + good.Length)..], Base[..at].Count(c => c == '\n') + 1);
    }

    /// <summary>The one mistake that reading the base with a planted mistake must tell.</summary>
    public static PlaybookError OnlyError(string good, string bad)
    {
        var reading = Read(new PlaybookSource("base.yaml", Planted(good, bad).Text));
        Assert.Null(reading.Playbooks);
        return Assert.Single(reading.Errors);
    }
}
