using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using ComplaintBot.Cases;

namespace ComplaintBot.Turns.Redis;

/// <summary>What a turn files with the ledger, as it waits in Redis.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FiledTurn))]
internal sealed partial class FiledTurnJson : JsonSerializerContext
{
    /// <summary>Whether a turn files anything.</summary>
    public static bool HasAny(TurnCommit commit) => commit.Events.Count > 0 || commit.OpenedCase is not null;

    /// <summary>What a turn files.</summary>
    public static byte[] Write(TurnCommit commit) => JsonSerializer.SerializeToUtf8Bytes(
        new FiledTurn(Id(commit), commit.Inbound.Key.ToString(), commit.OpenedCase, commit.At, commit.Events), Default.FiledTurn);

    /// <summary>Reads it again.</summary>
    public static FiledTurn Read(byte[] stored) => JsonSerializer.Deserialize(stored, Default.FiledTurn)!;

    /// <summary>
    /// The turn's own id: conversation and version, and the time and first salt too, for an expired conversation begins again at version 1
    /// and Redis may be restored from a backup. It begins with the time, so that ids of one moment lie side by side in the ledger.
    /// </summary>
    private static string Id(TurnCommit commit)
    {
        var salt = commit.Events is [var first, ..] ? Convert.ToHexString(first.Salt) : "";
        var text = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{commit.Inbound.Key} {commit.ExpectedVersion + 1} {commit.At.UtcTicks} {commit.OpenedCase} {salt}");
        return $"{commit.At.UtcTicks:X16}{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
    }
}
