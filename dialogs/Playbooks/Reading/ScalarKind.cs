namespace ComplaintBot.Dialogs.Playbooks.Reading;

/// <summary>What YAML 1.2 (core schema) takes a single value for.</summary>
internal enum ScalarKind
{
    Text,
    Number,
    Truth,
    Nothing,
}
