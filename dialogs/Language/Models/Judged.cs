namespace ComplaintBot.Dialogs.Language.Models;

/// <summary>What a model makes of a message.</summary>
/// <param name="Model">The model.</param>
/// <param name="Outputs">The outputs, calibrated, before they are turned into likelihoods; see <see cref="Models.Outputs"/>.</param>
/// <param name="Active">Which hidden units are active, a bit each.</param>
/// <param name="GramScale">What the rows of the grams were multiplied with.</param>
internal sealed record Judged(JointModel Model, float[] Outputs, ulong Active, float GramScale)
{
    /// <summary>How likely an output is that stands for itself: a flag, an intent, a trigger. 0 to 1.</summary>
    public float Chance(int output) => 1 / (1 + MathF.Exp(-Outputs[output]));

    /// <summary>Shares of outputs that exclude each other; together 1.</summary>
    /// <param name="first">The first output.</param>
    /// <param name="shares">Takes the shares of as many outputs.</param>
    public void Shares(int first, Span<float> shares)
    {
        var most = float.NegativeInfinity;
        for (var at = 0; at < shares.Length; at++) most = Math.Max(most, Outputs[first + at]);
        var sum = 0f;
        for (var at = 0; at < shares.Length; at++) sum += shares[at] = MathF.Exp(Outputs[first + at] - most);
        for (var at = 0; at < shares.Length; at++) shares[at] /= sum;
    }
}
