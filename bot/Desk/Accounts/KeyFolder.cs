using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Logging.Abstractions;

namespace ComplaintBot.Desk.Accounts;

/// <summary>The keys that seal cookies and secrets, in a folder that only its owner reads.</summary>
internal static class KeyFolder
{
    /// <summary>Opens the folder, and makes it when it is not there.</summary>
    public static IXmlRepository Open(string path) => new FileSystemXmlRepository(Made(path), NullLoggerFactory.Instance);

    private static DirectoryInfo Made(string path) =>
        OperatingSystem.IsWindows() ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
}
