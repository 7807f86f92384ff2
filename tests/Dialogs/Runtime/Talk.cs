using System.Buffers;
using System.Text;
using System.Text.Json;
using ComplaintBot.Dialogs.Runtime;
using ComplaintBot.Dialogs.Runtime.Activities;

namespace ComplaintBot.Dialogs.Tests.Runtime;

/// <summary>A conversation whose stack is written and read between any two turns, as a server would, and must survive that byte for byte.</summary>
internal sealed class Talk(DialogSet dialogs, string rootId)
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 19, 12, 0, 0, TimeSpan.FromHours(8));

    private DialogSet dialogs = dialogs;

    public Talk(Dialog root)
        : this(new DialogSet().Add(root), root.Id)
    {
    }

    public string Stored { get; private set; } = "[]";

    public DialogTurnResult Last { get; private set; }

    public IReadOnlyList<Activity> Answers { get; private set; } = [];

    public void Deploy(Dialog root) => dialogs = new DialogSet().Add(root);

    public string Say(string text) => Send(Incoming(Activity.Message(text)));

    public string Send(Activity activity, object? state = null)
    {
        var stack = Read(Stored, dialogs);
        var context = new TurnContext(activity, Noon);
        Last = DialogRunner.Run(dialogs.Get(rootId), context, stack, state);
        Stored = Write(stack, dialogs);
        Assert.Equal(Stored, Write(Read(Stored, dialogs), dialogs));
        Answers = context.Outgoing;
        return string.Join(" | ", context.Outgoing.Select(answer => answer.Text));
    }

    public static Activity Incoming(Activity activity)
    {
        activity.Id = "m-1";
        activity.ChannelId = "test";
        activity.From = new ChannelAccount { Id = "customer" };
        activity.Recipient = new ChannelAccount { Id = "bot" };
        activity.Conversation = new ConversationAccount { Id = "c-1" };
        return activity;
    }

    public static DialogStack Read(string json, DialogSet dialogs)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        var stack = new DialogStackConverter(dialogs).Read(ref reader, typeof(DialogStack), JsonSerializerOptions.Default);
        Assert.Equal(JsonTokenType.EndArray, reader.TokenType);
        return stack;
    }

    public static string Write(DialogStack stack, DialogSet dialogs)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        new DialogStackConverter(dialogs).Write(writer, stack, JsonSerializerOptions.Default);
        writer.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
