using ComplaintBot.Dialogs.Policy;

namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>Checks what people at the desk write.</summary>
internal static class Words
{
    /// <summary>Characters of a line to the customer or to colleagues.</summary>
    public const int Line = 4_000;

    /// <summary>Characters of a reason, an outcome, what was agreed.</summary>
    public const int Short = 500;

    /// <summary>Characters of an offer.</summary>
    public const int Offer = 1_000;

    /// <summary>Characters of a name or an id.</summary>
    public const int Name = 100;

    /// <summary>Why a text that is needed can't be taken; null when it can.</summary>
    public static DeskRefusal? Needed(string? text, int longest, string what) =>
        string.IsNullOrWhiteSpace(text) ? new(DeskRefusal.Empty, what) : Fitting(text, longest, what);

    /// <summary>Why a text that may be left out can't be taken; null when it can.</summary>
    public static DeskRefusal? Fitting(string? text, int longest, string what) => text?.Length > longest ? new(DeskRefusal.TooLong, what) : null;

    /// <summary>A text as it is kept with the case: without card numbers and codes.</summary>
    public static string Kept(string? text) => SensitiveText.Mask(text?.Trim() ?? "");
}
