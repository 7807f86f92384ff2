using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace ComplaintBot.Web.Tests.Driving;

/// <summary>
/// The rules of accessibility of axe, asked inside the page. Deque's own call loads the rules again each time and gathers
/// what passed in a second page: a third of the time of all browser tests.
/// </summary>
internal static class Axe
{
    private static readonly string Rules = new BundledAxeScriptProvider().GetScript();

    /// <summary>What breaks a rule of what the page shows now, one sentence each; empty where nothing does.</summary>
    public static async Task<IReadOnlyList<string>> BrokenRulesAsync(this IPage page)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window")) await page.EvaluateAsync(Rules);
        return await page.EvaluateAsync<string[]>("""
            async () => {
              const { violations } = await axe.run(document, { resultTypes: ['violations'] });
              return violations.map(({ id, help, nodes }) => `${id} (${help}) at ${nodes.map(({ html }) => html).join(', ')}`);
            }
            """);
    }
}
