using ComplaintBot.Turns;

namespace ComplaintBot.Channels.BotFramework;

/// <summary>Files within an address (<c>data:</c>): small ones travel so where nobody can fetch them.</summary>
internal static class DataAddress
{
    private const string Marker = ";base64,";

    /// <summary>The bytes an address holds; null when it holds none in base 64, or more than are taken.</summary>
    public static byte[]? Read(string address, int most)
    {
        var at = address.IndexOf(Marker, StringComparison.Ordinal);
        if (at < 0 || (address.Length - at) / 4 * 3L > most) return null;
        try
        {
            return Convert.FromBase64String(address[(at + Marker.Length)..]);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>The address that holds a file.</summary>
    public static string Of(KeptFile file) => $"data:{file.Type}{Marker}{Convert.ToBase64String(file.Bytes)}";
}
