using Microsoft.Extensions.Logging;

namespace ComplaintBot.Language;

/// <summary>What is logged of Azure AI Language: changes of its state, never what a customer said, never a key.</summary>
internal static partial class LanguageLog
{
    [LoggerMessage(2501, LogLevel.Warning, "Azure AI Language is {State}, messages are read without it: {Error}")]
    public static partial void Troubled(ILogger logger, SecondReaderState state, string error);

    [LoggerMessage(2502, LogLevel.Information, "Azure AI Language answers again")]
    public static partial void Recovered(ILogger logger);
}
