using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ComplaintBot.Turns;

namespace ComplaintBot.Desk.Accounts;

/// <summary>What stands in links and cookies, and how it is kept: never itself, only its hash.</summary>
internal static class Secrets
{
    /// <summary>Longer ones are none of ours.</summary>
    private const int MostCharacters = 200;

    /// <summary>A text of 256 bits that nobody can guess, fit for an address.</summary>
    public static string Draw(IIdSource ids) => Base64Url.EncodeToString([.. ids.Salt(), .. ids.Salt()]);

    /// <summary>The hash a secret is kept and found by. They are long enough to need no salt.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret.Length <= MostCharacters ? secret : "")));
}
