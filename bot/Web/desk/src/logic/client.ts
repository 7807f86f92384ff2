const BROWSERS: readonly [RegExp, string][] = [[/MicroMessenger/, "WeChat"], [/Edg(e|A|iOS)?\//, "Edge"], [/(OPR|Opera)\//, "Opera"], [/SamsungBrowser/, "Samsung Internet"], [/(Firefox|FxiOS)\//, "Firefox"], [/(Chrome|CriOS)\//, "Chrome"], [/Version\/.*Safari\//, "Safari"]];
const SYSTEMS: readonly [RegExp, string][] = [[/HarmonyOS|OpenHarmony/, "HarmonyOS"], [/iPhone/, "iPhone"], [/iPad/, "iPad"], [/Android/, "Android"], [/Windows/, "Windows"], [/Mac OS X|Macintosh/, "macOS"], [/CrOS/, "ChromeOS"], [/Linux/, "Linux"]];

/** The browser and the system that a User-Agent header tells of; null when it tells neither. */
export function clientOf(agent: string): { browser: string; system: string } | null {
  const known = (of: readonly [RegExp, string][]) => of.find(([sign]) => sign.test(agent))?.[1];
  const [browser, system] = [known(BROWSERS), known(SYSTEMS)];
  return browser && system ? { browser, system } : null;
}
