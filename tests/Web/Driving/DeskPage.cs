using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ComplaintBot.Web.Tests.Driving;

/// <summary>The desk as a person uses it.</summary>
internal sealed partial class DeskPage
{
    private const string Password = "a long password of the test";

    /// <summary>Script that makes the code of the moment from a secret, as an app on a phone does (RFC 6238).</summary>
    private const string Authenticator = """
        async (secret) => {
          const bits = [...secret.replace(/\s/g, '')].map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0')).join('');
          const key = await crypto.subtle.importKey('raw', Uint8Array.from(bits.match(/.{8}/g), (byte) => parseInt(byte, 2)), { name: 'HMAC', hash: 'SHA-1' }, false, ['sign']);
          const counter = new DataView(new ArrayBuffer(8));
          counter.setBigUint64(0, BigInt(Math.floor(Date.now() / 30000)));
          const mac = new DataView(await crypto.subtle.sign('HMAC', key, counter.buffer));
          return String((mac.getUint32(mac.getUint8(19) & 15) & 0x7fffffff) % 1000000).padStart(6, '0');
        }
        """;

    /// <summary>Script that tells what has the focus, and "unseen" where nothing around it shows that.</summary>
    private const string Focus = """
        async () => {
          const look = () => {
            const at = document.activeElement;
            if (!at || at === document.body || !at.checkVisibility()) return 'nothing';
            // What is drawn in place of the element itself, then what stands around it.
            const places = [at.nextElementSibling, at, at.parentElement, at.parentElement?.parentElement, at.parentElement?.parentElement?.parentElement];
            for (const place of places.filter(Boolean)) {
              const style = getComputedStyle(place);
              if ((style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || /\b[2-9]px (inset)?$|0px 0px 0px [2-9]px/.test(style.boxShadow)) return at.id || at.getAttribute('data-key') || at.getAttribute('aria-label') || at.textContent.trim();
            }
            return `unseen: ${at.outerHTML.slice(0, 200)}`;
          };
          // A sheet that opens has the focus for a moment before its first field does.
          for (let frames = 0; ; frames++) {
            const seen = look();
            if (!seen.startsWith('unseen') || frames === 60) return seen;
            await new Promise(requestAnimationFrame);
          }
        }
        """;

    [GeneratedRegex("^(Add a person|添加人员)$")]
    private static partial Regex AddPerson { get; }

    [GeneratedRegex("#/invite/")]
    private static partial Regex Invitation { get; }

    private DeskPage(IPage page)
    {
        Page = page;
        page.PageError += (_, error) => Complaints.Add(error);
        page.Console += (_, message) =>
        {
            // That nobody is signed in yet is asked for by its status.
            if (message.Type == "error" && !message.Text.Contains("401", StringComparison.Ordinal)) Complaints.Add(message.Text);
        };
    }

    public IPage Page { get; }

    /// <summary>What the browser complained about.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>The chats of the list.</summary>
    public ILocator Rows => Page.Locator("[data-key]");

    /// <summary>What was said in the chat that is open.</summary>
    public ILocator Transcript => Page.Locator(".lines");

    /// <summary>Where lines are written.</summary>
    public ILocator Composer => Page.Locator("form textarea").Last;

    /// <summary>Accepts an invitation.</summary>
    public static async Task<DeskPage> AcceptAsync(IBrowserContext profile, string invitation, string name)
    {
        var desk = new DeskPage(await profile.NewPageAsync());
        await desk.Page.GotoAsync(invitation);
        await desk.Page.Locator("#invite-name").FillAsync(name);
        await desk.Page.Locator("#invite-password").FillAsync(Password);
        await desk.Page.Locator("#invite-again").FillAsync(Password);
        await desk.Page.Locator("button[type=submit]").ClickAsync();
        await Expect(desk.Page.Locator("nav.nav")).ToBeVisibleAsync();
        return desk;
    }

    /// <summary>Opens the desk with nobody signed in.</summary>
    public static async Task<DeskPage> OpenAsync(IBrowserContext profile, string server)
    {
        var desk = new DeskPage(await profile.NewPageAsync());
        await desk.Page.GotoAsync($"{server}/desk/#/sign-in");
        await Expect(desk.Page.Locator("#sign-in-name")).ToBeVisibleAsync();
        return desk;
    }

    /// <summary>Asks to sign in; who has turned on two steps is asked for a code then.</summary>
    public async Task SignInAsync(string name)
    {
        await Page.Locator("#sign-in-name").FillAsync(name);
        await Page.Locator("#sign-in-password").FillAsync(Password);
        await Page.Locator("button[type=submit]").ClickAsync();
        await Expect(Page.Locator("nav.nav, #sign-in-code")).ToBeVisibleAsync();
    }

    /// <summary>Turns on signing in with two steps.</summary>
    public async Task TurnOnTwoStepsAsync()
    {
        await Page.Locator("a[href$='#/account']").ClickAsync();
        await Page.Locator(".totp .el-button").ClickAsync();
        var secret = await Page.Locator(".totp code").TextContentAsync();
        await Page.Locator("#totp-code").FillAsync(await Page.EvaluateAsync<string>(Authenticator, secret));
        await Page.Locator(".totp button[type=submit]").ClickAsync();
        await Expect(Page.Locator(".totp .recovery")).ToBeVisibleAsync();
    }

    /// <summary>Goes to a screen by its address, as a link does.</summary>
    public Task GoAsync(string path) => Page.EvaluateAsync("to => location.hash = to", path);

    /// <summary>Where the focus is: what it is on, and whether somebody who looks can tell.</summary>
    public Task<string> FocusAsync() => Page.EvaluateAsync<string>(Focus);

    /// <summary>Invites a person, and gives the link.</summary>
    public async Task<string> InviteAsync(string name)
    {
        await Page.Locator("a[href$='#/people']").ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { NameRegex = AddPerson }).ClickAsync();
        await Page.Locator("#person-name").FillAsync(name);
        await Page.Locator("button[form=person-form]").ClickAsync();
        var link = Page.Locator("input[readonly]");
        await Expect(link).ToHaveValueAsync(Invitation);
        return await link.InputValueAsync();
    }

    /// <summary>Presses a key as a command of the desk and not as a letter.</summary>
    public async Task PressAsync(string key)
    {
        if (await Page.EvaluateAsync<bool>("() => document.activeElement?.matches('input, textarea')")) await Page.Keyboard.PressAsync("Escape");
        await Page.Keyboard.PressAsync(key);
    }
}
