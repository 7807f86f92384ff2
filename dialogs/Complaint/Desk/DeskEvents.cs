namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>The names of the events by which the desk and the clock speak with a conversation.</summary>
public static class DeskEvents
{
    /// <summary>A command of a person at the desk; its value is a <see cref="DeskCommand"/>. Nobody but the desk may send it.</summary>
    public const string Command = "desk/command";

    /// <summary>A line for colleagues only.</summary>
    public const string Note = "desk/note";

    /// <summary>A supervisor's line to the agent who has the chat.</summary>
    public const string Whisper = "desk/whisper";

    /// <summary>The time a conversation asked to be looked at has come; its value is a <see cref="ClockTick"/>. It has no sender.</summary>
    public const string Clock = "complaint/clock";

    /// <summary>What a channel knows of people of its platform and a chat; its value is a <see cref="PlatformNews"/>.</summary>
    public const string Platform = "desk/platform";

    /// <summary>Whether customers must never see an activity of this name.</summary>
    /// <param name="name">The name of an event, or null.</param>
    public static bool IsInternal(string? name) => name is Command or Note or Whisper or Clock or Platform;
}
