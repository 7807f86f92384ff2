namespace ComplaintBot.Evaluation.Training;

/// <summary>What one head should say of an example.</summary>
/// <param name="First">The first output of the head.</param>
/// <param name="Count">How many outputs exclude each other; 1 for an output that stands for itself.</param>
/// <param name="Right">The right one of them, counted from <paramref name="First"/>; for a single output 1 for yes and 0 for no.</param>
/// <param name="Weight">How much it counts.</param>
internal readonly record struct Target(int First, int Count, int Right, float Weight);
