using System.Security.Cryptography;
using System.Text;

namespace ComplaintBot.Dialogs.Playbooks.Reading;

/// <summary>One file on its way to become a playbook.</summary>
/// <param name="source">The file.</param>
/// <param name="root">What it holds.</param>
/// <param name="findings">What is wrong with it.</param>
internal sealed class Draft(PlaybookSource source, MapNode root, Findings findings)
{
    /// <summary>Digits of a fingerprint: 48 bits, far more than the versions of playbooks that one desk will ever see.</summary>
    private const int FingerprintDigits = 12;

    public PlaybookSource Source => source;

    public MapNode Root => root;

    public Findings Findings => findings;

    /// <summary>The value of <c>playbook</c> or <c>extends</c>, or null when there is none that can be used.</summary>
    public string? TextOf(string key) =>
        root.Entries.TryGetValue(key, out var entry) && entry.Value is ScalarNode { Value.Length: > 0 } scalar ? scalar.Value : null;

    /// <summary>Parents from the nearest to the farthest.</summary>
    public IReadOnlyList<Draft> Ancestors { get; set; } = [];

    /// <summary>Whether the chain of parents is whole, so that the playbook can be judged.</summary>
    public bool HasWholeChain { get; set; }

    /// <summary>First hexadecimal digits of the SHA-256 over the file and its parents, each with its length before it, so that no text can move from one file to the next unseen.</summary>
    public string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var draft in Ancestors.Prepend(this))
        {
            var text = Encoding.UTF8.GetBytes(draft.Source.Text);
            hash.AppendData(BitConverter.GetBytes(BitConverter.IsLittleEndian ? text.LongLength : System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(text.LongLength)));
            hash.AppendData(text);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..FingerprintDigits];
    }

    /// <summary>The file's map with all that it inherits.</summary>
    public MapNode Filled() => Ancestors.Aggregate(root, (filled, parent) => Inheritance.Fill(filled, parent.Root));
}
