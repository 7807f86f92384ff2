using System.Text;
using StackExchange.Redis;

namespace ComplaintBot.Turns.Redis;

/// <summary>The keys of one partition.</summary>
internal sealed class PartitionKeys
{
    /// <param name="number">Which one.</param>
    /// <param name="prefix">What its keys begin with, the hash tag included.</param>
    public PartitionKeys(int number, string prefix)
    {
        (Number, Prefix) = (number, prefix);
        string[] names =
        [
            "counter", "outboxes", "inboxes", "work", "deliveries", "expiries", "reminders", "playbooks", "events", "chats", "waiting", "held", "approvals",
            "taken:0", "taken:1", "taken:2", "taken:3",
        ];

        // As bytes, for each of them goes along with every turn.
        All = [.. names.Select(name => (RedisKey)Encoding.UTF8.GetBytes(prefix + name))];
    }

    /// <summary>Which one.</summary>
    public int Number { get; }

    /// <summary>What its keys begin with.</summary>
    public string Prefix { get; }

    /// <summary>All of them, in the order scripts know them by.</summary>
    public RedisKey[] All { get; }

    /// <summary>Conversations with something to send, by when.</summary>
    public RedisKey Outboxes => All[1];

    /// <summary>Deliveries that wait for their turn, by when they came.</summary>
    public RedisKey Inboxes => All[2];

    /// <summary>Conversations with such deliveries, by the node that works them off.</summary>
    public RedisKey Work => All[3];

    /// <summary>Deliveries that were seen, by when they are forgotten.</summary>
    public RedisKey Deliveries => All[4];

    /// <summary>Conversations, by when they are forgotten.</summary>
    public RedisKey Expiries => All[5];

    /// <summary>Conversations that want to be reminded, by when.</summary>
    public RedisKey Reminders => All[6];

    /// <summary>How many conversations go by each playbook.</summary>
    public RedisKey Playbooks => All[7];

    /// <summary>Case events that are not in the ledger yet, in order.</summary>
    public RedisKey Events => All[8];

    /// <summary>Conversations the desk lists, by when they changed.</summary>
    public RedisKey Chats => All[9];

    /// <summary>Chats that wait for a person, the most urgent first.</summary>
    public RedisKey Waiting => All[10];

    /// <summary>Chats that a person has.</summary>
    public RedisKey Held => All[11];

    /// <summary>Chats with a remedy that waits for approval.</summary>
    public RedisKey Approvals => All[12];

    /// <summary>Case events the ledger refused for good.</summary>
    public RedisKey Refused => Prefix + "refused";

    /// <summary>Chats of a priority that a person took, by when.</summary>
    public RedisKey Taken(int priority) => All[13 + priority];
}
