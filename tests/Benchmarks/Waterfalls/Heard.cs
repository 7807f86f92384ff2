namespace ComplaintBot.Benchmarks.Waterfalls;

/// <summary>What both waterfalls keep of the answers.</summary>
internal sealed class Heard
{
    public string? Vent { get; set; }

    public string? Apology { get; set; }

    public string? Facts { get; set; }

    public string? Remedy { get; set; }

    public string? Satisfaction { get; set; }
}
