using ComplaintBot.Channels.WeCom;
using ComplaintBot.Settings;

namespace ComplaintBot.Channels.Kefu;

/// <summary>Takes the settings below <c>Channels:Kefu</c>.</summary>
internal static class KefuSettingsReader
{
    private const string Section = KefuSettings.Section;

    /// <summary>Reads and checks them; mistakes are noted with the reader.</summary>
    public static KefuSettings Read(SettingsReader reader, Func<string, bool> known)
    {
        var accounts = reader.List($"{Section}:Accounts");
        foreach (var one in accounts)
            if (!KefuMessage.IsId(one)) reader.Wrong($"{Section}:Accounts", Remedy.KefuAccounts, one);
        return new()
        {
            Account = WeComAccountReader.Read(reader, Section),
            Accounts = accounts,
            UsesPlatformDesk = reader.OneOf($"{Section}:People", "desk", "platform") == "platform",
            Playbooks = ChannelSettingsReader.Playbooks(reader, $"{Section}:Playbooks", known),
            MediaBytes = reader.Number($"{Section}:MediaBytes", 10_000_000, 65_536, 20_000_000),
        };
    }
}
