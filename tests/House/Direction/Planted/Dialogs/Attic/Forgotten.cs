namespace ComplaintBot.House.Direction.Planted.Dialogs.Attic;

/// <summary>Lies in a namespace that the plan of the house does not know.</summary>
public sealed class Forgotten;
