using System.Text.Json.Serialization;
using ComplaintBot.Dialogs.Cases.Stored;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Cases;

/// <summary>A trigger for which there was evidence.</summary>
[JsonConverter(typeof(SeenTriggerConverter))]
public sealed class SeenTrigger
{
    /// <summary>The trigger.</summary>
    public Trigger Id { get; set; }

    /// <summary>The words that caused it.</summary>
    public string Words { get; set; } = "";

    /// <summary>Done or happening, as against only announced.</summary>
    public bool Done { get; set; }

    /// <summary>In how many messages there was evidence.</summary>
    public int Count { get; set; }

    /// <summary>Whether its threshold was reached and it has been acted on; a trigger is acted on once.</summary>
    public bool Fired { get; set; }
}
