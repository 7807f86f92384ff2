// The language of the demonstration pages, and the buttons that open the chat.
const chat = document.querySelector("complaint-chat");
const LANGUAGE = "demo-language";

function speak(language) {
  document.documentElement.lang = language === "en" ? "en" : "zh-Hans";
  document.title = document.body.dataset[language === "en" ? "titleEn" : "titleZh"];
  chat.setAttribute("language", language === "en" ? "en" : "zh-Hans");
  for (const button of document.querySelectorAll("[data-language]")) button.setAttribute("aria-pressed", String(button.dataset.language === language));
  try {
    localStorage.setItem(LANGUAGE, language);
  } catch {
    // The page speaks the browser's language next time.
  }
}

function first() {
  const asked = new URLSearchParams(location.search).get("lang");
  if (asked === "zh" || asked === "en") return asked;
  try {
    const kept = localStorage.getItem(LANGUAGE);
    if (kept) return kept;
  } catch {
    // Nothing is kept.
  }
  return navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";
}

const theme = new URLSearchParams(location.search).get("theme");
if (theme === "light" || theme === "dark") {
  document.documentElement.dataset.theme = theme;
  chat.setAttribute("theme", theme);
}

for (const button of document.querySelectorAll("[data-language]")) button.addEventListener("click", () => speak(button.dataset.language));
for (const button of document.querySelectorAll("[data-chat]")) button.addEventListener("click", () => chat.show());
speak(first());
