using System.Security.Cryptography;

namespace ComplaintBot.Channels.DirectLine;

/// <summary>The key tokens are signed with, kept in a file that only its owner reads. Made at the first start.</summary>
internal static class SigningKey
{
    /// <summary>Its size in bytes: that of the hash.</summary>
    public const int Size = 32;

    private const string FileName = "token.key";

    /// <summary>Reads the key of a data folder, and makes one when there is none.</summary>
    /// <exception cref="IOException">The file can't be read or made, or holds no key; the message says what to do.</exception>
    public static byte[] Of(string folder)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, FileName);
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            var fresh = RandomNumberGenerator.GetBytes(Size);
            using var made = new FileStream(file, options);
            made.Write(fresh);
            made.Flush(flushToDisk: true);
            return fresh;
        }
        catch (IOException) when (File.Exists(file))
        {
            var key = File.ReadAllBytes(file);
            return key.Length == Size
                ? key
                : throw new IOException($"'{file}' holds {key.Length} bytes instead of a key of {Size}. Restore it from a backup, or delete it: open chats then have to begin anew.");
        }
    }
}
