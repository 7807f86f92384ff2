using System.Text.Json.Serialization.Metadata;

namespace ComplaintBot.Dialogs.Runtime;

/// <summary>A waterfall with typed state.</summary>
/// <typeparam name="TState">What it keeps between turns.</typeparam>
/// <param name="id">The name in its set.</param>
/// <param name="stateType">How to write and read the state, from a generated serializer context.</param>
public sealed class WaterfallDialog<TState>(string id, JsonTypeInfo<TState> stateType) : WaterfallDialog(id)
    where TState : class
{
    /// <inheritdoc/>
    public override JsonTypeInfo StateType { get; } = stateType ?? throw new ArgumentNullException(nameof(stateType));

    /// <summary>Appends a step.</summary>
    /// <param name="name">The step's name, unique in the waterfall and stored: a renamed step loses the conversations waiting for it.</param>
    /// <param name="run">What it does.</param>
    /// <returns>This waterfall.</returns>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public WaterfallDialog<TState> Step(string name, WaterfallStep<TState> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        Step(name, (WaterfallStep)(step => run((WaterfallStepContext<TState>)step)));
        return this;
    }

    private protected override object BeginState(object? state) => state switch
    {
        TState given => given,
        null when stateType.CreateObject is { } create => create(),
        null => throw new ArgumentNullException(nameof(state), $"Waterfall '{Id}' can't make a {typeof(TState).Name} by itself. Give it one when beginning it."),
        _ => throw new ArgumentException($"Waterfall '{Id}' keeps a {typeof(TState).Name}, not a {state.GetType().Name}.", nameof(state)),
    };

    private protected override WaterfallStepContext CreateStepContext(DialogContext dc, int index, DialogReason reason, object? result) =>
        new WaterfallStepContext<TState>(this, dc, index, reason, result);
}
