namespace ComplaintBot.House.Source;

/// <summary>A type that a file declares outside of any other type.</summary>
/// <param name="Name">Without type parameters.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="IsPublic">Whether the word public stands before it.</param>
internal sealed record CSharpType(string Name, int Line, bool IsPublic);
