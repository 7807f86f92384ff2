using System.Globalization;
using System.Text;
using StackExchange.Redis;

namespace ComplaintBot.Turns.Redis;

/// <summary>The names of all keys. What belongs to one conversation carries the hash tag of its partition, so that one script may touch it in a Cluster.</summary>
internal sealed class RedisKeys
{
    /// <summary>How many partitions there are. It can't be changed once there are conversations.</summary>
    public const int Count = 256;

    private const uint FnvStart = 2166136261;
    private const uint FnvPrime = 16777619;

    private readonly string prefix;

    /// <param name="prefix">What all keys begin with.</param>
    public RedisKeys(string prefix)
    {
        this.prefix = prefix;
        Partitions = [.. Enumerable.Range(0, Count).Select(number => new PartitionKeys(number, $"{prefix}:{{p:{number.ToString("D3", CultureInfo.InvariantCulture)}}}:"))];
    }

    /// <summary>The keys of all partitions.</summary>
    public IReadOnlyList<PartitionKeys> Partitions { get; }

    /// <summary>Where it is told which conversation has which last line.</summary>
    public string Channel => $"{prefix}:changed";

    /// <summary>How often each node has beaten.</summary>
    public RedisKey Beats => $"{prefix}:{{nodes}}:beats";

    /// <summary>The last number a node was given.</summary>
    public RedisKey LastNode => $"{prefix}:{{nodes}}:last";

    /// <summary>The archived playbooks, by when a node last worked with them.</summary>
    public RedisKey Playbooks => $"{prefix}:{{playbooks}}:used";

    /// <summary>The files of an archived playbook.</summary>
    public RedisKey Playbook(string fingerprint) => $"{prefix}:{{playbooks}}:files:{Uri.EscapeDataString(fingerprint)}";

    /// <summary>Who has a case number.</summary>
    public RedisKey Case(string number) => $"{prefix}:case:{Uri.EscapeDataString(number)}";

    /// <summary>The keys of a conversation.</summary>
    public TalkKeys Of(ConversationKey key) => Of(key.ToString());

    /// <summary>The keys of a conversation by its stored name.</summary>
    public TalkKeys Of(string member) => new(member, Partitions[Partition(member)]);

    /// <summary>FNV-1a, which will never change: a conversation is found where it was put.</summary>
    private static int Partition(string member)
    {
        var hash = FnvStart;
        foreach (var one in Encoding.UTF8.GetBytes(member)) hash = (hash ^ one) * FnvPrime;
        return (int)((hash ^ (hash >> 16)) % Count);
    }
}
