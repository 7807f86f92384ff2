namespace ComplaintBot.House.Source;

/// <summary>A method, constructor, operator or property with code in it.</summary>
/// <param name="Name">The name as written; the type's own name for a constructor.</param>
/// <param name="Line">The line of its first word behind attributes, counted from 1.</param>
/// <param name="LineCount">From that line to the end of the body.</param>
/// <param name="ConstructorParameters">Number of parameters of a constructor; null for everything else.</param>
internal sealed record CSharpMember(string Name, int Line, int LineCount, int? ConstructorParameters);
