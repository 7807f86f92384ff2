namespace ComplaintBot.House.Documents;

/// <summary>Something that a document names.</summary>
/// <param name="Kind">How it is written.</param>
/// <param name="Text">A link's target, a code span's content, or a command line.</param>
/// <param name="Line">Counted from 1.</param>
internal sealed record MarkdownPart(MarkdownPartKind Kind, string Text, int Line);
