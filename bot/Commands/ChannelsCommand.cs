using ComplaintBot.Channels;

namespace ComplaintBot.Commands;

/// <summary>Shows which messengers are on and what to enter at their platforms, and tries their credentials.</summary>
internal sealed class ChannelsCommand(ConsoleTexts texts, TextWriter output, TimeProvider clock)
{
    private const string UnknownHost = "https://HOST";

    /// <summary>Lists all messengers.</summary>
    /// <param name="settings">Those that are on.</param>
    /// <param name="home">The address platforms reach this server by; null when the settings do not say.</param>
    public void List(ChannelSettings settings, string? home)
    {
        var on = ChannelChecks.Of(settings, clock);
        foreach (var (name, section) in ChannelChecks.All)
        {
            var channel = on.FirstOrDefault(one => one.Name == name);
            var address = $"{(name == "telegram" ? settings.Telegram?.PublicUrl?.GetLeftPart(UriPartial.Authority) : null) ?? home?.TrimEnd('/') ?? UnknownHost}{channel?.Hook}";
            if (channel is null) Write(texts["channels-off", ("name", name), ("section", section)]);
            else if (channel.Hook is null) Write(texts["channels-asks", ("name", name)]);
            else Write(texts["channels-on", ("name", name), ("address", address)]);
            if (channel?.Hook is not null) Write($"  {texts[$"channels-enter-{name}", ("address", address)]}");
        }
    }

    /// <summary>Tries the credentials of a messenger at its platform.</summary>
    /// <returns>0 when they are taken, 1 when something has to be put right.</returns>
    /// <exception cref="CommandException">There is no messenger of that name, or it is off.</exception>
    public async Task<int> CheckAsync(ChannelSettings settings, string name, CancellationToken cancellationToken)
    {
        var section = ChannelChecks.All.FirstOrDefault(one => one.Name == name).Section ?? throw new CommandException(texts["error-unknown-channel", ("name", name), ("names", string.Join(", ", ChannelChecks.All.Select(one => one.Name)))]);
        var channel = ChannelChecks.Of(settings, clock).FirstOrDefault(one => one.Name == name) ?? throw new CommandException(texts["channels-off", ("name", name), ("section", section)]);
        var wrong = await channel.CheckAsync(cancellationToken).ConfigureAwait(false);
        Write(wrong is null ? texts["channels-well", ("name", name)] : texts["channels-wrong", ("name", name), ("reason", wrong.In(texts.Language))]);
        return wrong is null ? 0 : 1;
    }

    /// <summary>A line, safe for a terminal: platforms word some of it.</summary>
    private void Write(string line) => output.WriteLine(TerminalText.Clean(line));
}
