namespace ComplaintBot.Language;

/// <summary>How Azure AI Language is reached. See <c>Language/README.md</c> for what to write.</summary>
internal sealed record AzureLanguageSettings
{
    /// <summary>The longest a turn waits.</summary>
    public const int LongestWaitMilliseconds = 800;

    /// <summary>The address of the resource or of its region.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>The resource's key; null when an identity is used. Never written anywhere.</summary>
    public string? Key { get; init; }

    /// <summary><c>default</c>, <c>system</c>, or the client id of a managed identity; null when a key is used.</summary>
    public string? Identity { get; init; }

    /// <summary>How long a turn waits.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMilliseconds(LongestWaitMilliseconds);

    /// <summary>What is asked for; each task is paid for.</summary>
    public IReadOnlyList<LanguageTask> Tasks { get; init; } = Enum.GetValues<LanguageTask>();

    /// <summary>Whether the endpoint belongs to Azure in China, whose identities are its own.</summary>
    public bool IsChina => Endpoint.Host.EndsWith(".azure.cn", StringComparison.OrdinalIgnoreCase);

    /// <summary>Without the key.</summary>
    public override string ToString() => $"{Endpoint} with {(Key is null ? $"identity {Identity}" : "a key")}, {string.Join(", ", Tasks)}, {Timeout.TotalMilliseconds} ms";
}
