namespace ComplaintBot.House.Source;

/// <summary>How a test states what a guard found: the whole list, not the first lines of it.</summary>
internal static class Verdict
{
    public static void Clean(IReadOnlyCollection<string> offences) =>
        Assert.True(offences.Count == 0, $"{offences.Count} offence(s):\n{string.Join('\n', offences)}");

    /// <summary>Exactly one offence was found, and it names all of the given parts.</summary>
    public static void Reports(IReadOnlyCollection<string> offences, params string[] parts)
    {
        var offence = Assert.Single(offences);
        Assert.All(parts, part => Assert.Contains(part, offence, StringComparison.Ordinal));
    }
}
