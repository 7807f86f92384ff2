namespace ComplaintBot.Dialogs.Language;

/// <summary>Understands one message. Implementations are pure: the same request always has the same answer.</summary>
public interface ITextAnalyzer
{
    /// <summary>Analyses a message. Any string is accepted; a text over 10,000 characters is judged by its first 10,000.</summary>
    MessageAnalysis Analyze(AnalysisRequest request);
}
