namespace ComplaintBot.Channels;

/// <summary>How text looks; styles may be combined.</summary>
[Flags]
internal enum TextStyle
{
    /// <summary>As any text.</summary>
    Plain = 0,

    /// <summary>Strong.</summary>
    Bold = 1,

    /// <summary>Emphasised.</summary>
    Italic = 2,

    /// <summary>Struck through.</summary>
    Strike = 4,

    /// <summary>Code.</summary>
    Code = 8,
}
