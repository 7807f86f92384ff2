using System.Xml.Linq;
using ComplaintBot.House.Source;
using Mono.Cecil;

namespace ComplaintBot.House.Direction;

/// <summary>What <c>dialogs</c> may not have: a network, a disk, a clock, a database, a container, a web server.</summary>
internal static class PurityGuard
{
    private static readonly string[] Packages = ["YamlDotNet"];

    private static readonly string[] ForeignSpaces =
        ["System.Net", "System.Data", "System.Diagnostics.Process", "System.Threading.Timer", "System.Console"];

    private static readonly string[] ForeignTypes =
    [
        "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.FileSystemInfo",
        "System.IO.FileSystemWatcher", "System.IO.Directory", "System.IO.DirectoryInfo", "System.IO.DriveInfo",
        "System.Diagnostics.Stopwatch", "System.Threading.PeriodicTimer", "System.Threading.Thread",
    ];

    /// <summary>Offences in a compiled assembly: what it references, and what it uses of the framework.</summary>
    public static List<string> Offences(ModuleDefinition module)
    {
        var references = from reference in module.AssemblyReferences
                         where !IsFramework(reference.Name) && !Packages.Contains(reference.Name)
                         select $"{module.Name} references {reference.Name}.";
        var uses = from type in module.Types
                   from used in UsedTypes.Of(type)
                   where used.Scope != module && IsForeign(used.FullName)
                   select $"{type.FullName} uses {used.FullName}.";
        return [.. references, .. uses];
    }

    /// <summary>Offences in the project file of a pure library.</summary>
    public static List<string> Offences(SourceFile project)
    {
        var xml = XElement.Parse(project.Text);
        var references = from reference in xml.Descendants()
                         where reference.Name.LocalName is "PackageReference" or "ProjectReference" or "FrameworkReference" or "Reference"
                         let name = (string?)reference.Attribute("Include") ?? "(nothing)"
                         where reference.Name.LocalName != "PackageReference" || !Packages.Contains(name)
                         select $"{project.Path} has a {reference.Name.LocalName} to {name}.";
        var sdk = (string?)xml.Attribute("Sdk");
        return [.. references, .. sdk == "Microsoft.NET.Sdk" ? Array.Empty<string>() : [$"{project.Path} is built with {sdk}."]];
    }

    private static bool IsFramework(string assembly) =>
        assembly is "System" or "netstandard" || assembly.StartsWith("System.", StringComparison.Ordinal);

    private static bool IsForeign(string type) =>
        ForeignTypes.Contains(type) || ForeignSpaces.Any(s => (type + ".").StartsWith(s + ".", StringComparison.Ordinal));
}
