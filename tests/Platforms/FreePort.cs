using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace ComplaintBot.Platforms;

/// <summary>Ports for processes that tests and measurements start.</summary>
internal static class FreePort
{
    private static readonly ConcurrentDictionary<int, bool> Given = new();

    /// <summary>
    /// A port that is free, that nobody else here was given, and that the system gives to nobody who asks for any: those begin at 32,768, and a
    /// process that starts for seconds would find its own taken. A Redis Cluster also uses the one ten thousand above.
    /// </summary>
    public static int Take()
    {
        while (true)
        {
            var port = RandomNumberGenerator.GetInt32(12_000, 22_000);
            if (!Given.TryAdd(port, true)) continue;
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody outside has it.
            }
        }
    }
}
