namespace ComplaintBot.Evaluation.Training;

/// <summary>One message to learn from.</summary>
/// <param name="Grams">Keys of what stands in its text; after <see cref="Vocabulary.Translate"/> rows.</param>
/// <param name="Signs">Keys of what is said of it as a whole; then rows.</param>
/// <param name="Targets">What the heads should say.</param>
/// <param name="Times">As how many messages it counts where rows are given to what is common: a word on a list is worth a row though it stands there once.</param>
internal sealed record Example(int[] Grams, int[] Signs, Target[] Targets, int Times = 1);
