import { language, t } from "../texts/texts";
import type { ChatSummary } from "../wire/types";

/** What a chat is about, in a few words: its category, else that it is new. */
export function subjectOf(chat: Pick<ChatSummary, "categoryName">): string {
  const name = chat.categoryName;
  return (name && (language.value === "en" ? name.en : name.zh)) || t("newChat");
}
