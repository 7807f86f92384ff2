namespace ComplaintBot.Evaluation.Training;

/// <summary>How a model is trained. Chosen on the part of our own text that is kept back.</summary>
internal sealed record TrainingSettings
{
    /// <summary>How many networks are trained, each from another chance, and joined.</summary>
    public int Networks { get; init; } = 2;

    /// <summary>Length of a network's row; a multiple of 16.</summary>
    public int Width { get; init; } = 32;

    /// <summary>Number of hidden units; a multiple of 8.</summary>
    public int Hidden { get; init; } = 32;

    /// <summary>How often all examples are shown.</summary>
    public int Rounds { get; init; } = 16;

    /// <summary>The share of the rounds, at the end, whose networks are averaged.</summary>
    public float Averaged { get; init; } = 0.5f;

    /// <summary>The first step length for rows; it falls to nothing.</summary>
    public float RowStep { get; init; } = 0.08f;

    /// <summary>The first step length for the layers above.</summary>
    public float LayerStep { get; init; } = 0.02f;

    /// <summary>How likely a gram is hidden from the network while it learns.</summary>
    public float GramLoss { get; init; } = 0.5f;

    /// <summary>How likely a sign is.</summary>
    public float SignLoss { get; init; } = 0.2f;

    /// <summary>How likely a hidden unit is.</summary>
    public float HiddenLoss { get; init; } = 0.3f;

    /// <summary>In how many examples a feature must stand to get a row.</summary>
    public int LeastSeen { get; init; } = 2;

    /// <summary>How many rows there are at most.</summary>
    public int MostRows { get; init; } = 76_000;

    /// <summary>Where chance begins.</summary>
    public int Seed { get; init; } = 20_261_121;
}
