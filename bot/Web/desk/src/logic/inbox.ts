import type { ChatSummary, Filters, View } from "../wire/types";

export const noFilters = (): Filters => ({ text: "", priority: null, anger: null, language: null, channel: null, playbook: null, owner: null });

/** Whether anything is asked for at all. */
export const isFiltered = (filters: Filters) => filters.text.trim() !== "" || [filters.priority, filters.anger, filters.language, filters.channel, filters.playbook, filters.owner].some((one) => one !== null);

/** Whether a chat belongs into a view, as far as the page can tell; which queue is whose, only the server knows. */
export function belongs(chat: ChatSummary, view: View, me: string): boolean {
  if (view === "queue") return chat.owner === "waiting" && !chat.over;
  if (view === "mine") return !chat.over && (chat.agent?.id === me || (chat.owner === "waiting" && chat.addressedTo?.id === me));
  return true;
}

/** Whether a chat is among what was asked for. The server answers this for all chats; the page only for those it is told of in between. */
export function passes(chat: ChatSummary, filters: Filters): boolean {
  for (const same of ["priority", "language", "channel", "playbook", "owner"] as const) if (filters[same] !== null && chat[same] !== filters[same]) return false;
  if (filters.anger !== null && chat.anger < filters.anger) return false;
  const wanted = filters.text.trim().toLowerCase();
  return !wanted || wordsOf(chat).toLowerCase().includes(wanted);
}

/** What one can look for in a chat. */
const wordsOf = (chat: ChatSummary) =>
  [chat.caseNumber, chat.categoryName?.zh, chat.categoryName?.en, chat.lastLine?.text, chat.agent?.name, chat.triggerWords].filter(Boolean).join(" ");

/** The place of a chat that has just come, until the server has told the right order: by priority, then the longest wait. */
export function placeFor(chat: ChatSummary, queue: readonly ChatSummary[]): number {
  const later = queue.findIndex((other) => other.priority > chat.priority || (other.priority === chat.priority && (other.queuedAt ?? "") > (chat.queuedAt ?? "")));
  return later < 0 ? queue.length : later;
}

/** Since when the customer waits for us: in the queue since it was queued, with a person since the unanswered line. */
export const waitingSince = (chat: ChatSummary): string | null => (chat.over ? null : chat.owner === "waiting" ? chat.queuedAt : chat.owner === "person" ? chat.unansweredSince : null);

/** Whether a customer waits for a word of this person, who has the chat and did not ask for time. */
export const owesAnswer = (chat: ChatSummary, me: string) => !chat.over && chat.owner === "person" && chat.agent?.id === me && chat.unansweredSince !== null && chat.heldUntil === null;

/** Whether the customer has said something new to this person. */
export const isWordFor = (chat: ChatSummary, before: ChatSummary | undefined, me: string) =>
  !!before && owesAnswer(chat, me) && chat.lastLine?.from === "customer" && chat.lastLine.at > (before.lastLine?.at ?? "");

/** The neighbour in a list, for the keys j and k; from nowhere the first. */
export function neighbour(keys: readonly string[], current: string | null, step: 1 | -1): string | null {
  if (keys.length === 0) return null;
  const at = current === null ? -1 : keys.indexOf(current);
  if (at < 0) return keys[0] ?? null;
  return keys[Math.min(keys.length - 1, Math.max(0, at + step))] ?? null;
}
