import { reactive, watch } from "vue";
import { type Language, language, languageOf } from "../texts/texts";

export type Theme = "system" | "light" | "dark";

interface Kept {
  language: Language;
  theme: Theme;
  sound: boolean;
  notices: boolean;
}

const NAME = "desk-settings";

function kept(): Partial<Kept> {
  try {
    return (JSON.parse(localStorage.getItem(NAME) ?? "{}") as Partial<Kept> | null) ?? {};
  } catch {
    return {};
  }
}

/** What a person likes, on this device. Sound and notices are off until they are asked for. */
export function createSettings() {
  const first = navigator.languages.map(languageOf).find((one) => one !== null) ?? "en";
  const settings = reactive<Kept>({ language: first, theme: "system", sound: false, notices: false, ...kept() });
  watch(
    settings,
    (now) => {
      language.value = now.language;
      document.documentElement.lang = now.language;
      document.documentElement.dataset["theme"] = now.theme;
      try {
        localStorage.setItem(NAME, JSON.stringify(now));
      } catch {
        // Without a store the choice lasts as long as the page.
      }
    },
    { immediate: true, flush: "sync" },
  );
  return settings;
}

export type Settings = ReturnType<typeof createSettings>;
