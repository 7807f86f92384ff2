using System.Globalization;
using System.Text;
using ComplaintBot.Dialogs.Runtime.Activities;

namespace ComplaintBot.Turns.Redis;

/// <summary>
/// A line of a transcript as it is stored: its kind, its time, a space, and its JSON. Id and time of most lines are known only when they
/// are written, inside the script; so they stay out of the JSON and are put in when it is read.
/// </summary>
internal static class RedisLine
{
    /// <summary>Said by the customer in the turn that answers it.</summary>
    public const string Came = "i";

    /// <summary>Said by the customer before its turn.</summary>
    public const string Accepted = "a";

    /// <summary>Said by us.</summary>
    public const string Said = "o";

    /// <summary>Said by us and not to be sent: to colleagues only, or to a customer whose side reads the transcript by itself.</summary>
    public const string Noted = "e";

    /// <summary>Reads a stored line.</summary>
    /// <param name="key">The conversation.</param>
    /// <param name="sequence">Its number.</param>
    /// <param name="stored">As stored.</param>
    public static TranscriptLine Read(ConversationKey key, long sequence, byte[] stored)
    {
        var space = Array.IndexOf(stored, (byte)' ');
        var kind = ((char)stored[0]).ToString();
        var at = Millis.Time(long.Parse(stored.AsSpan(1, space - 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
        var activity = ActivityJson.Read(stored.AsSpan(space + 1));
        if (kind != Came) Name(activity, kind, key, sequence, at);
        return new(sequence, kind is Said or Noted, activity, at);
    }

    /// <summary>Gives an activity the id and time it has as a line.</summary>
    public static void Name(Activity activity, string kind, ConversationKey key, long sequence, DateTimeOffset at)
    {
        if (kind != Accepted || activity.Id is null) activity.Id = LineId.Of(key, sequence);
        activity.Timestamp = at;
    }

    /// <summary>The JSON of a line that is to be stored.</summary>
    public static byte[] Json(Activity activity) => ActivityJson.Write(activity);

    /// <summary>The text of a stored head, up to a byte.</summary>
    public static (string Head, byte[] Tail) Split(byte[] stored, char at)
    {
        var end = Array.IndexOf(stored, (byte)at);
        return (Encoding.UTF8.GetString(stored, 0, end), stored[(end + 1)..]);
    }
}
