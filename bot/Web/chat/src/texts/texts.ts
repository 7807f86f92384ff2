import en from "./en.json";
import zhHans from "./zh-Hans.json";

export type Language = "zh-Hans" | "en";
export type TextKey = keyof typeof en & keyof typeof zhHans;

// A key that one of the two lacks is an error of types, and ends the build.
const all: Record<Language, Record<keyof typeof en | keyof typeof zhHans, string>> = { en, "zh-Hans": zhHans };

/** Fills the texts of one language. */
export type Texts = (key: TextKey, fill?: Record<string, string | number>) => string;

export function textsIn(language: Language): Texts {
  return (key, fill) => all[language][key].replace(/\{(\w+)\}/g, (hole, name: string) => String(fill?.[name] ?? hole));
}

/** The language for a tag like zh-CN or en-GB; null for one we don't speak. */
export function languageOf(tag: string | null | undefined): Language | null {
  const main = tag?.toLowerCase().split("-")[0];
  return main === "zh" ? "zh-Hans" : main === "en" ? "en" : null;
}

/** The language to begin with: the page's wish, else its own language, else the browser's. */
export function firstLanguage(wish: string | null): Language {
  const tags = [wish, document.documentElement.lang, ...navigator.languages];
  for (const tag of tags) {
    const language = languageOf(tag);
    if (language) return language;
  }
  return "en";
}
