namespace ComplaintBot.Dialogs.Language.Models;

/// <summary>The numbers of a trained model. Row r of the vocabulary is <see cref="Scales"/>[r] times bytes r·<see cref="Width"/> on of <see cref="Rows"/>.</summary>
internal sealed record JointWeights
{
    /// <summary>Length of a row; a multiple of 16.</summary>
    public required int Width { get; init; }

    /// <summary>Number of hidden units.</summary>
    public required int Hidden { get; init; }

    /// <summary>What the outputs mean.</summary>
    public required Outputs Outputs { get; init; }

    /// <summary>The key of each row.</summary>
    public required uint[] Keys { get; init; }

    /// <summary>What one step of a row's bytes is worth.</summary>
    public required float[] Scales { get; init; }

    /// <summary>The rows.</summary>
    public required sbyte[] Rows { get; init; }

    /// <summary>From the sum of the rows to the hidden units, and their biases: <see cref="Hidden"/> lines of <see cref="Width"/>.</summary>
    public required float[] Inner { get; init; }

    /// <summary>Biases of the hidden units.</summary>
    public required float[] InnerBias { get; init; }

    /// <summary>From the sum and the hidden units to the outputs: a line of <see cref="Width"/> + <see cref="Hidden"/> each.</summary>
    public required float[] Outer { get; init; }

    /// <summary>Biases of the outputs.</summary>
    public required float[] OuterBias { get; init; }

    /// <summary>For each output a slope, an offset, and what it gains when the rules say so too; chosen on text not trained on, so that above 0 means yes.</summary>
    public required float[] Calibration { get; init; }
}
