namespace ComplaintBot.Dialogs.Runtime.Prompts;

/// <summary>The place of a choice among those offered, from 0, with two signs for the lack of one.</summary>
internal static class ChoiceIndex
{
    public const int None = -1;
    public const int Several = -2;

    /// <summary>What two hints in one answer come to: the same choice or several.</summary>
    public static int Join(int found, int next) => found == None || found == next ? next : next == None ? found : Several;

    /// <summary>The choice at a place a customer counted: from 1 at the front, from -1 at the back.</summary>
    public static int At(int place, int count) => place switch
    {
        > 0 when place <= count => place - 1,
        < 0 when -place <= count => count + place,
        _ => None,
    };
}
