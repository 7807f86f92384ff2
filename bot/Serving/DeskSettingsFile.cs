using System.Globalization;
using System.Net.Mail;
using ComplaintBot.Desk.Accounts;
using ComplaintBot.Desk.Handoff;
using ComplaintBot.Desk.Paging;
using ComplaintBot.Settings;

namespace ComplaintBot.Serving;

/// <summary>Reads the settings of the desk.</summary>
internal static class DeskSettingsFile
{
    /// <summary>The section.</summary>
    public const string Section = "Desk";

    private const string Paging = $"{Section}:Paging";
    private const string Smtp = $"{Paging}:Smtp";
    private const string Handoff = $"{Section}:Handoff";
    private const int ShortestSecret = 24;

    /// <summary>Reads and checks them.</summary>
    /// <param name="reader">Where they stand, and where mistakes are told.</param>
    /// <param name="publicUrl">What links begin with, or null.</param>
    public static DeskSettings Read(SettingsReader reader, string? publicUrl) => new()
    {
        IdleFor = TimeSpan.FromMinutes(reader.Number($"{Section}:IdleMinutes", 480, 5, 10_080)),
        LastsFor = TimeSpan.FromHours(reader.Number($"{Section}:SessionHours", 24, 1, 720)),
        PublicUrl = publicUrl,
        Paging = ReadPaging(reader),
        Handoff = ReadHandoff(reader),
    };

    private static PagingSettings ReadPaging(SettingsReader reader)
    {
        var mail = ReadMail(reader);
        PagingStep[] chain = [.. reader.Names($"{Paging}:Steps").OrderBy(name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : int.MaxValue).Select(name => Step(reader, $"{Paging}:Steps:{name}"))];
        if (mail.Host is null && chain.Any(step => step.Kind == PageKind.Smtp)) reader.Wrong($"{Smtp}:Host", Remedy.MailServer);
        return new() { Chain = chain, NextAfter = TimeSpan.FromMinutes(reader.Number($"{Paging}:NextAfterMinutes", 5, 1, 60)), Language = reader.OneOf($"{Paging}:Language", "zh-Hans", "en"), Mail = mail };
    }

    private static PagingStep Step(SettingsReader reader, string name)
    {
        var (person, kind, target) = (reader.Text($"{name}:Person", "")!, reader.Text($"{name}:Kind", "")!, reader.Text($"{name}:Target", "")!);
        if (person.Length is 0 or > NameRules.Most) reader.Wrong($"{name}:Person", Remedy.PagedPerson);
        if (!PagingStep.TryKind(kind, out var parsed)) reader.Wrong($"{name}:Kind", Remedy.PageKind, kind);
        var isRight = parsed == PageKind.Smtp ? MailAddress.TryCreate(target, out _) : Uri.TryCreate(target, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
        if (!isRight) reader.Wrong($"{name}:Target", parsed == PageKind.Smtp ? Remedy.MailAddress : Remedy.WebAddress);
        var method = reader.Text($"{name}:Method", "POST")!.ToUpperInvariant();
        if (method is not ("GET" or "POST" or "PUT" or "PATCH")) reader.Wrong($"{name}:Method", Remedy.HttpMethod, method);
        return new(person, parsed, target)
        {
            Method = method,
            Headers = reader.Names($"{name}:Headers").ToDictionary(header => header, header => reader.Text($"{name}:Headers:{header}", "")!),
            Body = reader.Text($"{name}:Body"),
        };
    }

    private static MailSettings ReadMail(SettingsReader reader)
    {
        var (host, from) = (reader.Text($"{Smtp}:Host"), reader.Text($"{Smtp}:From", "")!);
        if (host is not null && !MailAddress.TryCreate(from, out _)) reader.Wrong($"{Smtp}:From", Remedy.MailSender, from);
        return new() { Host = host, Port = reader.Number($"{Smtp}:Port", 587, 1, 65_535), From = from, User = reader.Text($"{Smtp}:User"), Password = reader.Text($"{Smtp}:Password"), IsEncrypted = reader.Truth($"{Smtp}:Tls", byDefault: true) };
    }

    private static HandoffSettings ReadHandoff(SettingsReader reader)
    {
        var (url, secret) = (reader.Text($"{Handoff}:Url"), reader.Text($"{Handoff}:Secret", "")!);
        var name = reader.Text($"{Handoff}:Name", "客服中心")!;
        if (url is null) return new() { Name = name };
        if (!Uri.TryCreate(url, UriKind.Absolute, out var parsed) || parsed.Scheme is not ("http" or "https")) reader.Wrong($"{Handoff}:Url", Remedy.WebAddress, url);
        if (secret.Length < ShortestSecret) reader.Wrong($"{Handoff}:Secret", Remedy.RandomSecret, null, ("least", $"{ShortestSecret}"));
        return new() { Url = parsed, Secret = secret, Name = name };
    }
}
