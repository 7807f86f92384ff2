using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace ComplaintBot.Commands;

/// <summary>The people of an invented busy hour, from <c>seed.yaml</c>.</summary>
internal sealed class SeedScript
{
    private const string Resource = "Commands.seed.yaml";

    /// <summary>Who works at the desk.</summary>
    public List<SeedPerson> People { get; set; } = [];

    /// <summary>Who complains.</summary>
    public List<SeedCustomer> Customers { get; set; } = [];

    /// <summary>Reads the script that comes with the product.</summary>
    public static SeedScript Load()
    {
        using var stream = typeof(SeedScript).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"The resource '{Resource}' is missing from the build.");
        using var reader = new StreamReader(stream);
        return new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build().Deserialize<SeedScript>(reader);
    }
}
