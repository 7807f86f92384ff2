namespace ComplaintBot.Channels;

/// <summary>The texts of a room in both languages; each is read when it is first asked for.</summary>
/// <param name="room">The room's namespace below the product's root.</param>
internal sealed class RoomTexts(string room)
{
    private readonly Lazy<Texts> chinese = new(() => Texts.Load(room, "zh-Hans"));
    private readonly Lazy<Texts> english = new(() => Texts.Load(room, "en"));

    /// <summary>The texts for a language tag or the list of an <c>Accept-Language</c> header: the first language we speak; English for others, Chinese for none.</summary>
    public Texts For(string? accepted)
    {
        if (string.IsNullOrWhiteSpace(accepted)) return chinese.Value;
        foreach (var range in accepted.Split(',', 8))
        {
            var tag = range.AsSpan().Trim();
            if (tag.StartsWith("zh", StringComparison.OrdinalIgnoreCase)) return chinese.Value;
            if (tag.StartsWith("en", StringComparison.OrdinalIgnoreCase)) return english.Value;
        }

        return english.Value;
    }
}
