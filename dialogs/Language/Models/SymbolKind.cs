namespace ComplaintBot.Dialogs.Language.Models;

/// <summary>The kinds of <see cref="Symbol"/>.</summary>
internal enum SymbolKind
{
    /// <summary>The end of a clause, or a blank between Chinese characters.</summary>
    Break,

    /// <summary>A Chinese character.</summary>
    Character,

    /// <summary>A number, however long.</summary>
    Number,

    /// <summary>A row of exclamation or question marks.</summary>
    Mark,

    /// <summary>An emoji or another sign.</summary>
    Sign,

    /// <summary>A Latin word.</summary>
    Word,
}
