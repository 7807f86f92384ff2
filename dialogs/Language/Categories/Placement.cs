namespace ComplaintBot.Dialogs.Language.Categories;

/// <summary>Where the classifier places a text.</summary>
/// <param name="Label">The likeliest category; null when nothing in the text is known.</param>
/// <param name="Confidence">How likely against the others, 0 to 1.</param>
/// <param name="Evidence">How much of the text speaks for a complaint of that kind at all, 0 to 1.</param>
/// <param name="IsTrained">Whether the trained model knows all the categories to choose from.</param>
internal readonly record struct Placement(Label? Label, double Confidence, double Evidence, bool IsTrained = false);
