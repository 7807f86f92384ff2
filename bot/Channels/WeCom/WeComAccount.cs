namespace ComplaintBot.Channels.WeCom;

/// <summary>An application of a company at WeCom: what its callbacks are sealed with and its calls are made with.</summary>
/// <param name="CorpId">The company's id.</param>
/// <param name="Secret">The application's secret. Never written anywhere.</param>
/// <param name="Token">What callbacks are signed with. Never written anywhere.</param>
/// <param name="Key">The EncodingAESKey. Never written anywhere.</param>
/// <param name="Api">The address of the API.</param>
/// <param name="Section">Where the settings stand, for those who have to put something right.</param>
internal sealed record WeComAccount(string CorpId, string Secret, string Token, string Key, Uri Api, string Section)
{
    /// <summary>Without secrets.</summary>
    public override string ToString() => $"WeCom company {CorpId}";
}
