using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Phrases;

/// <summary>Puts lines together.</summary>
public static class Sentence
{
    /// <summary>Joins two lines into one message: with a space in English, without one in Chinese. An empty line leaves the other as it is.</summary>
    public static string Join(Tongue tongue, string first, string second)
    {
        if (string.IsNullOrEmpty(first)) return second;
        if (string.IsNullOrEmpty(second)) return first;
        return tongue == Tongue.En ? $"{first} {second}" : first + second;
    }
}
