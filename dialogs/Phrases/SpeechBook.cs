namespace ComplaintBot.Dialogs.Phrases;

/// <summary>All the words the bot has.</summary>
/// <param name="Phrases">What is said in each situation.</param>
/// <param name="Names">What duties and states are called.</param>
public sealed record SpeechBook(PhraseBook Phrases, NameBook Names)
{
    /// <summary>Loads the words that come with the product.</summary>
    /// <param name="toTraditional">Turns simplified script into traditional.</param>
    public static SpeechBook Load(Func<string, string> toTraditional) => new(PhraseBook.Load(toTraditional), NameBook.Load(toTraditional));
}
