import type { Ref } from "vue";
import { createI18n } from "vue-i18n";
import en from "./en.json";
import zhHans from "./zh-Hans.json";

export type Language = "zh-Hans" | "en";
export type TextKey = keyof typeof en & keyof typeof zhHans;
export type Fill = Record<string, string | number>;

// A key that one of the two lacks is an error of types, and ends the build.
const messages: Record<Language, Record<keyof typeof en | keyof typeof zhHans, string>> = { en, "zh-Hans": zhHans };

const i18n = createI18n({
  legacy: false,
  locale: "zh-Hans",
  fallbackLocale: false,
  messages,
  // Our keys are flat: a hyphen or a dot in one is part of its name.
  messageResolver: (all, key) => (all as Record<string, string>)[key] ?? null,
});

export { i18n };
export const language = i18n.global.locale as unknown as Ref<Language>;

/** A text of the page in the language of the moment. */
export const t = (key: TextKey, fill?: Fill): string => i18n.global.t(key, fill ?? {});

/** What identifiers of the server are called; the house's tests see to it that none lacks a text. */
type Family = "role" | "stage" | "trigger" | "remedy" | "channel" | "delivery" | "severity" | "situation" | "tactic" | "tone" | "fate" | "case" | "task" | "event" | "approval" | "why" | "told" | "asked" | "cause" | "step";

/** The text for an identifier of the server (a role, a stage, a trigger); one we don't know is shown as it is. */
export function named(family: Family, id: string): string {
  const key = `${family}-${id}`;
  return key in en ? t(key as TextKey) : id;
}

/** A name that the server writes for use within a sentence, as it stands alone: "the bill" is "Bill". */
export function titled(name: string): string {
  const bare = name.replace(/^(the|an?) (?=\S)/, "");
  return bare.slice(0, 1).toUpperCase() + bare.slice(1);
}

/** A name in both languages, in that of the page. */
export const inWords = (name: { zh: string; en: string }): string => titled(language.value === "en" ? name.en : name.zh);

/** A channel as people call it; a site of its own beside it. */
export function channelName(channel: string): string {
  const [kind = "", ...site] = channel.split("-");
  const own = site.join("-");
  return own === "" || own === "default" ? named("channel", kind) : `${named("channel", kind)} · ${own}`;
}

/** Who has a chat, as a person reads it: people of its platform have no name of their own here. */
export const holderName = (agent: { id: string; name: string } | null): string => (agent?.id === "platform" ? t("platformPeople") : (agent?.name ?? ""));

/** The language for a tag like zh-CN or en-GB; null for one we don't speak. */
export function languageOf(tag: string | null | undefined): Language | null {
  const main = tag?.toLowerCase().split("-")[0];
  return main === "zh" ? "zh-Hans" : main === "en" ? "en" : null;
}
