using System.Security.Cryptography;
using System.Text;

namespace ComplaintBot.Turns.Redis;

/// <summary>A Lua script out of a file of its own. What it works on reaches it as keys and arguments; its text is never put together from data.</summary>
internal sealed class RedisScript
{
    private const string Folder = "Turns.Redis.Scripts.";

    private RedisScript(string name, string text)
    {
        (Name, Text) = (name, text);

        // Redis names scripts by their SHA-1; nothing is kept safe by it.
#pragma warning disable CA5350
        Hash = SHA1.HashData(Encoding.UTF8.GetBytes(text));
#pragma warning restore CA5350
    }

    /// <summary>Writes a turn.</summary>
    public static RedisScript Commit { get; } = Read("conversation", "outbox", "commit");

    /// <summary>Accepts a delivery.</summary>
    public static RedisScript Accept { get; } = Read("conversation", "accept");

    /// <summary>Forgets a conversation.</summary>
    public static RedisScript Forget { get; } = Read("conversation", "forget");

    /// <summary>Forgets a delivery.</summary>
    public static RedisScript ForgetDelivery { get; } = Read("forget-delivery");

    /// <summary>Hands out lines to send.</summary>
    public static RedisScript Claim { get; } = Read("claim");

    /// <summary>Notes what became of a line.</summary>
    public static RedisScript Mark { get; } = Read("outbox", "mark");

    /// <summary>Keeps a file.</summary>
    public static RedisScript KeepFile { get; } = Read("keep-file");

    /// <summary>Takes over from a dead node.</summary>
    public static RedisScript TakeOver { get; } = Read("take-over");

    /// <summary>Gives back a case number.</summary>
    public static RedisScript Free { get; } = Read("free");

    /// <summary>The name of its file.</summary>
    public string Name { get; }

    /// <summary>The script.</summary>
    public string Text { get; }

    /// <summary>What Redis knows it by.</summary>
    public byte[] Hash { get; }

    private static RedisScript Read(params ReadOnlySpan<string> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts) text.Append(File(part)).Append('\n');
        return new(parts[^1], text.ToString());
    }

    private static string File(string name)
    {
        using var stream = typeof(RedisScript).Assembly.GetManifestResourceStream($"{Folder}{name}.lua") ?? throw new InvalidOperationException($"The script {name}.lua is missing in the program.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
