using System.Text.Encodings.Web;
using System.Text.Json;

namespace ComplaintBot.Channels;

/// <summary>JSON that stays readable: Chinese is written as it is. For bodies of type JSON only, never inside a page.</summary>
internal static class RelaxedJson
{
    /// <summary>How it is written.</summary>
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
