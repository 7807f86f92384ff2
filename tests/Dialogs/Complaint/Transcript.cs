using System.Globalization;
using ComplaintBot.Dialogs.Vocabulary;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace ComplaintBot.Dialogs.Tests.Complaint;

/// <summary>A written conversation: what the customer says, and what is expected of the bot. Its form is described in the README of the transcripts.</summary>
public sealed class Transcript
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "transcripts");

    public string Playbook { get; set; } = "";

    public string Language { get; set; } = "";

    public string Now { get; set; } = "";

    /// <summary>The place in the queue when a person is asked for; 0 when nobody is at the desk.</summary>
    public int Desk { get; set; } = 1;

    public List<TranscriptLine> Talk { get; set; } = [];

    public Tongue Tongue => TongueTags.TryParse(Language, out var tongue) ? tongue : throw new FormatException($"'{Language}' is no language.");

    public DateTimeOffset Start => DateTimeOffset.Parse(Now, CultureInfo.InvariantCulture);

    /// <summary>Reads a transcript; a key it does not know is an error.</summary>
    public static Transcript Read(string file)
    {
        var reader = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build();
        return reader.Deserialize<Transcript>(File.ReadAllText(Path.Combine(Folder, file)));
    }
}
