namespace ComplaintBot.Dialogs.Playbooks;

/// <summary>What a person in danger hears before anything else.</summary>
/// <param name="First">The first sentence: what to do now; may hold {medical}, {fire}, {police}, {crisis}.</param>
/// <param name="Next">Further instructions, said one at a time while the customer waits for a person.</param>
/// <param name="Ask">At most two facts to ask: where they are and how to reach them.</param>
public sealed record SafetyAdvice(LocalizedText First, LocalizedList Next, IReadOnlyList<string> Ask);
