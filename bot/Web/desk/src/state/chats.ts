import { computed, reactive, ref } from "vue";
import { belongs, placeFor } from "../logic/inbox";
import type { Api } from "../wire/api";
import type { Hub } from "../wire/hub";
import { Problem } from "../wire/problem";
import { type ChatSummary, type Counts, type View, keyOf } from "../wire/types";

interface List {
  keys: string[];
  read: boolean;
  more: boolean;
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
  const due = new Map<View, ReturnType<typeof setTimeout>>();

  function empty(): List {
    return { keys: [], read: false, more: false };
  }

  async function read(view: View): Promise<void> {
    try {
      const page = await api.chats(view);
      page.chats.forEach(keep);
      Object.assign(counts, page.counts);
      lists[view] = { keys: page.chats.map(keyOf), read: true, more: hasMore(view, page.chats.length) };
      problem.value = null;
    } catch (thrown) {
      problem.value = Problem.of(thrown);
    }
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
    const page = await api.chats(view, last.updatedAt);
    page.chats.forEach(keep);
    const list = lists[view];
    list.keys = [...new Set([...list.keys, ...page.chats.map(keyOf)])];
    list.more = page.chats.length > 0 && hasMore(view, list.keys.length);
  }

  /** Only the list of all comes in pages; the other two are what one person can have before them. */
  const hasMore = (view: View, have: number) => view === "all" && have < counts.all;

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
    for (const view of VIEWS) place(chat, view);
    const waits = belongs(chat, "queue", me() ?? "");
    if (waits && !(before && belongs(before, "queue", me() ?? ""))) arrived.forEach((hear) => hear(chat));
  }

  function place(chat: ChatSummary, view: View): void {
    const list = lists[view];
    const key = keyOf(chat);
    const [has, should] = [list.keys.includes(key), belongs(chat, view, me() ?? "")];
    if (has === should) return;
    if (should) {
      const others = list.keys.map((one) => known.get(one)).filter((one) => one !== undefined);
      list.keys.splice(view === "queue" ? placeFor(chat, others) : 0, 0, key);
    } else {
      list.keys.splice(list.keys.indexOf(key), 1);
    }
    counts[view] = Math.max(0, counts[view] + (should ? 1 : -1));
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

  return { known, lists, counts, problem, read, readApprovals, more, put, forget, inView, onArrival };
}

export type Chats = ReturnType<typeof createChats>;
