using ComplaintBot.Desk.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ComplaintBot.Desk;

/// <summary>Puts the desk into the server.</summary>
internal static class DeskServing
{
    private const int LargestNews = 4_096;

    /// <summary>Adds what it needs to the server that is built.</summary>
    public static void AddTo(WebApplicationBuilder builder, LiveDeskParts parts)
    {
        builder.Services.AddSignalR(options => options.MaximumReceiveMessageSize = LargestNews)
            .AddJsonProtocol(json =>
            {
                json.PayloadSerializerOptions.TypeInfoResolverChain.Insert(0, DeskWire.Wire);
                json.PayloadSerializerOptions.Converters.Add(new UtcTimes());
            });
        builder.Services.AddSingleton(services => new LiveDesk(
            parts, services.GetRequiredService<DeskPeople>(), services.GetRequiredService<IHubContext<DeskHub>>(), services.GetRequiredService<ILoggerFactory>().CreateLogger("ComplaintBot.Desk")));
    }

    /// <summary>Opens the desk, and adds its addresses behind the gate.</summary>
    public static void Map(WebApplication app) => new DeskEndpoints(app.Services.GetRequiredService<LiveDesk>()).Map(app);
}
