namespace ComplaintBot.Dialogs.Language.Categories;

/// <summary>Where the classifier places a text.</summary>
/// <param name="Label">The likeliest category; null when nothing in the text is known.</param>
/// <param name="Confidence">How likely against the others of its playbook, 0 to 1.</param>
/// <param name="Evidence">How much of the text speaks for a complaint of that kind at all, 0 to 1.</param>
internal readonly record struct Placement(Label? Label, double Confidence, double Evidence)
{
    /// <summary>Whether the trained model knows all the categories to choose from.</summary>
    public bool IsTrained { get; init; }

    /// <summary>How likely the playbook of <see cref="Label"/> is against the others, 0 to 1.</summary>
    public double Business { get; init; }
}
