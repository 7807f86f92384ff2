import { inWords, t } from "../texts/texts";
import type { ChatSummary } from "../wire/types";

/** What a chat is about, in a few words: its category, else that it is new. */
export function subjectOf(chat: Pick<ChatSummary, "categoryName">): string {
  return (chat.categoryName && inWords(chat.categoryName)) || t("newChat");
}
