using ComplaintBot.Tests.DirectLine;

namespace ComplaintBot.Tests.Channels;

/// <summary>A customer on some messenger, and the whole server behind it.</summary>
internal sealed record MessengerBench(Messenger Customer, LiveServer Server) : IAsyncDisposable
{
    /// <summary>Opens a messenger and starts a server that serves it.</summary>
    /// <param name="name">The name of the messenger.</param>
    /// <param name="more">Settings besides those of the messenger.</param>
    public static async Task<MessengerBench> OpenAsync(string name, params (string Name, string Value)[] more)
    {
        var customer = await Messenger.OpenAsync(name);
        var server = await LiveServer.StartAsync([.. customer.Settings, .. more]);
        customer.Meet(server);
        return new(customer, server);
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Customer.DisposeAsync();
    }
}
