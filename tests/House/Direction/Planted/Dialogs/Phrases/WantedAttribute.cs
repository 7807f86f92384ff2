namespace ComplaintBot.House.Direction.Planted.Dialogs.Phrases;

[AttributeUsage(AttributeTargets.All)]
public sealed class WantedAttribute : Attribute;
