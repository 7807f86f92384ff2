import { computed, reactive, ref } from "vue";
import { belongs, isFiltered, isWordFor, noFilters, passes, placeFor } from "../logic/inbox";
import type { Api } from "../wire/api";
import type { Hub } from "../wire/hub";
import { Problem } from "../wire/problem";
import { type ChatSummary, type Counts, type Filters, type View, keyOf } from "../wire/types";

interface List {
  keys: string[];
  read: boolean;
  more: boolean;
  filters: Filters;
}

const CALM = 1_500;
const VIEWS: readonly View[] = ["queue", "mine", "all"];

/** All chats the desk knows, and their places in the three lists. The server's order counts; the hub's news keep it true in between. */
export function createChats(api: Api, hub: Hub, me: () => string | null) {
  const known = reactive(new Map<string, ChatSummary>());
  const lists = reactive<Record<View, List>>({ queue: empty(), mine: empty(), all: empty() });
  const counts = reactive<Counts>({ queue: 0, mine: 0, all: 0 });
  const problem = ref<Problem | null>(null);
  const arrived = new Set<(chat: ChatSummary) => void>();
  const spoken = new Set<(chat: ChatSummary) => void>();
  const due = new Map<View, ReturnType<typeof setTimeout>>();

  function empty(): List {
    return { keys: [], read: false, more: false, filters: noFilters() };
  }

  async function read(view: View): Promise<void> {
    try {
      const asked = lists[view].filters;
      const page = await api.chats(view, asked);
      page.chats.forEach(keep);
      Object.assign(counts, page.counts);
      // Somebody who types on is not shown what they no longer ask for.
      if (lists[view].filters === asked) lists[view] = { keys: page.chats.map(keyOf), read: true, more: page.more, filters: asked };
      problem.value = null;
    } catch (thrown) {
      problem.value = Problem.of(thrown);
    }
  }

  /** Asks for other chats of a list. */
  function filter(view: View, filters: Filters): Promise<void> {
    lists[view].filters = filters;
    return read(view);
  }

  /** What waits for a word of this person, however far down the lists it is. */
  async function readApprovals(): Promise<void> {
    try {
      (await api.approvals()).forEach(keep);
    } catch (thrown) {
      problem.value = Problem.of(thrown);
    }
  }

  async function more(view: View): Promise<void> {
    const last = known.get(lists[view].keys.at(-1) ?? "");
    if (!last) return;
    const asked = lists[view].filters;
    const page = await api.chats(view, asked, last);
    if (lists[view].filters !== asked) return;
    page.chats.forEach(keep);
    const list = lists[view];
    list.keys = [...new Set([...list.keys, ...page.chats.map(keyOf)])];
    list.more = page.more;
  }

  /** Keeps the newer of two. */
  function keep(chat: ChatSummary): void {
    const have = known.get(keyOf(chat));
    if (!have || have.updatedAt <= chat.updatedAt) known.set(keyOf(chat), chat);
  }

  /** Takes what the server told, by the hub or as the answer to a command. */
  function put(chat: ChatSummary): void {
    const before = known.get(keyOf(chat));
    if (before && before.updatedAt > chat.updatedAt) return;
    known.set(keyOf(chat), chat);
    for (const view of VIEWS) place(chat, before, view);
    const waits = belongs(chat, "queue", me() ?? "");
    if (waits && !(before && belongs(before, "queue", me() ?? ""))) arrived.forEach((hear) => hear(chat));
    if (isWordFor(chat, before, me() ?? "")) spoken.forEach((hear) => hear(chat));
  }

  function place(chat: ChatSummary, before: ChatSummary | undefined, view: View): void {
    const list = lists[view];
    const key = keyOf(chat);
    const filtered = isFiltered(list.filters);
    const [has, should] = [list.keys.includes(key), belongs(chat, view, me() ?? "") && passes(chat, list.filters)];
    if (has === should) {
      // What is not asked for may still count.
      if (filtered && (!before || belongs(before, view, me() ?? "") !== belongs(chat, view, me() ?? ""))) readSoon(view);
      return;
    }
    if (should) {
      const others = list.keys.map((one) => known.get(one)).filter((one) => one !== undefined);
      list.keys.splice(view === "queue" ? placeFor(chat, others) : 0, 0, key);
    } else {
      list.keys.splice(list.keys.indexOf(key), 1);
    }
    if (!filtered) counts[view] = Math.max(0, counts[view] + (should ? 1 : -1));
    readSoon(view);
  }

  /** The right order and the counts are the server's: asked for once after a burst of news. */
  function readSoon(view: View): void {
    if (due.has(view) || !lists[view].read) return;
    due.set(view, setTimeout(() => {
      due.delete(view);
      void read(view);
    }, CALM));
  }

  function forget(): void {
    known.clear();
    for (const view of VIEWS) lists[view] = empty();
    due.forEach(clearTimeout);
    due.clear();
  }

  hub.hear("chat", put);
  hub.hear("again", () => VIEWS.filter((view) => lists[view].read).forEach((view) => void read(view)));

  const inView = (view: View) => computed(() => lists[view].keys.map((key) => known.get(key)).filter((chat) => chat !== undefined));
  const onArrival = (hear: (chat: ChatSummary) => void) => {
    arrived.add(hear);
    return () => arrived.delete(hear);
  };

  const onWord = (hear: (chat: ChatSummary) => void) => {
    spoken.add(hear);
    return () => spoken.delete(hear);
  };

  return { known, lists, counts, problem, read, filter, readApprovals, more, put, forget, inView, onArrival, onWord };
}

export type Chats = ReturnType<typeof createChats>;
