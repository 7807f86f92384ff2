namespace ComplaintBot.Dialogs.Runtime.Prompts;

/// <summary>Finds a choice named by its place in an English clause of normal form.</summary>
internal static class EnglishPosition
{
    private static readonly HashSet<string> Nouns = ["one", "option", "choice", "item", "button", "answer"];

    // What may stand around a place without changing what is chosen. Anything else, and the sentence is about something else.
    private static readonly HashSet<string> Courtesies =
    [
        "please", "thanks", "thank", "you", "then", "sounds", "works", "looks", "is", "would", "be", "will", "do", "fine", "ok", "okay",
        "good", "better", "best", "great", "for", "me", "i", "i'll", "i'd", "think", "guess", "and",
    ];

    private static readonly HashSet<string> Lead =
        ["the", "option", "number", "choice", "item", "no", "answer", "take", "choose", "pick", "want", "like", "prefer", "go", "with", "it's", "let's", "have", "to"];

    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
    private static readonly string[] Cardinals = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    /// <summary>Finds the choice meant.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="count">How many choices there are.</param>
    /// <param name="withCardinals">Whether a bare number is a place; not when the choices' own names have numbers.</param>
    public static int Find(string clause, int count, bool withCardinals)
    {
        string[] words = clause.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int mentioned = ChoiceIndex.None;
        bool isChosen = false;
        for (int i = 0; i < words.Length; i++)
        {
            if (OrdinalOf(words[i], count) is { } place && (i == 0 || words[i - 1] != "at"))
            {
                isChosen |= EndsPlace(words, ref i, ref place);

                // "The first and the second": a place that is only mentioned still speaks against one that is chosen.
                mentioned = ChoiceIndex.Join(mentioned, ChoiceIndex.At(place, count));
            }
        }

        return isChosen ? mentioned : withCardinals ? FindCardinal(words, count) : ChoiceIndex.None;
    }

    /// <summary>Whether a clause says no to what it names. <c>No. 2</c> is a number, not a no.</summary>
    public static bool SaysNo(string clause)
    {
        string[] words = clause.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i < words.Length; i++)
        {
            bool isNumberSign = words[i] == "no" && i + 1 < words.Length && char.IsAsciiDigit(words[i + 1][0]);
            bool isNo = words[i] is "no" or "not" or "never" or "neither" or "nor" or "without" or "dont" or "cannot" or "wont"
                || words[i].EndsWith("n't", StringComparison.Ordinal);
            if (isNo && !isNumberSign)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Moves past the words that belong to a place and tells whether the clause is about choosing it.</summary>
    private static bool EndsPlace(string[] words, ref int at, ref int place)
    {
        int end = at + 1;
        if (place > 0 && end < words.Length && words[end] == "to" && end + 1 < words.Length && words[end + 1] == "last")
        {
            place = -place;
            end += 2;
        }

        end += end < words.Length && Nouns.Contains(words[end]) ? 1 : 0;
        at = end - 1;
        return AreCourtesies(words.AsSpan(end));
    }

    private static bool AreCourtesies(ReadOnlySpan<string> words)
    {
        foreach (string word in words)
        {
            if (!Courtesies.Contains(word))
            {
                return false;
            }
        }

        return true;
    }

    private static int? OrdinalOf(string word, int count) => word switch
    {
        "last" or "final" or "bottom" => -1,
        "top" => 1,
        "former" when count == 2 => 1,
        "latter" when count == 2 => 2,
        "middle" when count % 2 == 1 => (count + 1) / 2,
        _ when Array.IndexOf(Ordinals, word) is >= 0 and var index => index + 1,
        _ when word.Length > 2 && word[^2..] is "st" or "nd" or "rd" or "th" && int.TryParse(word.AsSpan(0, word.Length - 2), out int number) => number,
        _ => null,
    };

    /// <summary>The only number in a clause that says nothing else.</summary>
    private static int FindCardinal(string[] words, int count)
    {
        int found = ChoiceIndex.None;
        for (int i = 0; i < words.Length; i++)
        {
            // "The one" and "I want one" count nothing.
            bool isPronoun = words[i] == "one" && words.Length > 1 && (i == 0 || !(words[i - 1] is "option" or "number" or "choice" or "item" or "no" or "answer"));
            if (!isPronoun && CardinalOf(words[i]) is { } number)
            {
                found = ChoiceIndex.Join(found, ChoiceIndex.At(number, count));
            }
            else if (!Lead.Contains(words[i]) && !Courtesies.Contains(words[i]))
            {
                return ChoiceIndex.None;
            }
        }

        return found;
    }

    private static int? CardinalOf(string word) =>
        Array.IndexOf(Cardinals, word) is >= 0 and var index ? index + 1
        : word.Length <= 3 && int.TryParse(word, out int number) ? number
        : null;
}
