using ComplaintBot.Settings;

namespace ComplaintBot.Channels.WeCom;

/// <summary>Takes the settings below <c>Channels:WeCom</c>.</summary>
internal static class WeComSettingsReader
{
    private const string Section = WeComSettings.Section;

    /// <summary>Reads and checks them; mistakes are noted with the reader.</summary>
    public static WeComSettings Read(SettingsReader reader, Func<string, bool> known) => new()
    {
        Account = WeComAccountReader.Read(reader, Section),
        Agent = int.TryParse(ChannelSettingsReader.Needed(reader, $"{Section}:AgentId", text => int.TryParse(text, out var number) && number > 0, Remedy.WeComAgent), out var agent) ? agent : 0,
        Playbooks = ChannelSettingsReader.Playbooks(reader, $"{Section}:Playbooks", known),
        MediaBytes = reader.Number($"{Section}:MediaBytes", 10_000_000, 65_536, 20_000_000),
    };
}
