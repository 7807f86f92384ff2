using System.Text.Json.Serialization;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Desk.Paging;

/// <summary>The way a person is paged.</summary>
[JsonConverter(typeof(IdentifierConverter<PageKind>))]
internal enum PageKind
{
    /// <summary><c>webhook</c>: our JSON is posted to an address.</summary>
    Webhook,

    /// <summary><c>smtp</c>: a mail.</summary>
    Smtp,

    /// <summary><c>http</c>: a request as the settings write it, for services that send texts or call people.</summary>
    Http,
}
