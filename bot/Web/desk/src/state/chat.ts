import { computed, onScopeDispose, ref, shallowRef, watch } from "vue";
import { lineAt, merge } from "../logic/lines";
import { insist } from "../logic/sending";
import { Problem } from "../wire/problem";
import { type ChatRef, type ChatView, type Command, type Line, type Phrase, keyOf } from "../wire/types";
import { useDesk } from "./desk";
import { type Echo, useEchoes } from "./echoes";

const PAGE = 500;
const LARGE_PAGE = 2_000;
const CALM = 400;

/** One open chat: its view, its lines, and what is on the way to it. */
export function useChat(of: ChatRef) {
  const desk = useDesk();
  const view = shallowRef<ChatView | null>(null);
  const lines = shallowRef<Line[]>([]);
  const phrases = shallowRef<Phrase[]>([]);
  const problem = shallowRef<Problem | null>(null);
  const refused = shallowRef<Problem | null>(null);
  const reading = ref(false);
  const chat = computed(() => desk.chats.known.get(keyOf(of)) ?? view.value?.chat ?? null);
  const earlier = computed(() => (lines.value[0]?.sequence ?? 1) > 1);
  const last = () => lines.value.at(-1)?.sequence ?? 0;
  let gone = false;
  let due: ReturnType<typeof setTimeout> | undefined;

  async function readView(): Promise<void> {
    const read = await desk.api.chat(of);
    if (gone) return;
    view.value = read;
    desk.chats.put(read.chat);
    phrases.value = await desk.api.phrases(of).catch(() => []);
  }

  async function open(): Promise<void> {
    reading.value = true;
    try {
      await readView();
      await readLines(Math.max(0, (view.value?.chat.sequence ?? 0) - PAGE));
      problem.value = null;
    } catch (thrown) {
      problem.value = Problem.of(thrown);
    }
    reading.value = false;
  }

  /** Reads the lines after one, and shows them once they may be. */
  async function readLines(after: number, ready?: () => Promise<void>): Promise<void> {
    for (let from = after; ; ) {
      const page = await desk.api.lines(of, from, PAGE);
      await ready?.();
      if (gone) return;
      lines.value = merge(lines.value, page.lines);
      if (page.lines.length < PAGE) return;
      from = page.last;
    }
  }

  async function readEarlier(): Promise<void> {
    const first = lines.value[0]?.sequence ?? 1;
    const page = await desk.api.lines(of, Math.max(0, first - 1 - PAGE), Math.min(PAGE, first - 1));
    if (!gone) lines.value = merge(lines.value, page.lines);
  }

  /** The line with a number, or that was said at a time; everything from it on is read first. Null when there is none. */
  async function reach(where: number | string): Promise<Line | null> {
    const isBack = (line: Line) => (typeof where === "number" ? line.sequence <= where : Date.parse(line.at) <= Date.parse(where));
    // All pages first, then all at once onto the screen.
    let earlier: Line[] = [];
    for (let first = lines.value[0]; !gone && first && first.sequence > 1 && !isBack(first); first = earlier[0]) {
      const page = await desk.api.lines(of, Math.max(0, first.sequence - 1 - LARGE_PAGE), Math.min(LARGE_PAGE, first.sequence - 1));
      if (page.lines.length === 0) break;
      earlier = [...page.lines, ...earlier];
    }
    if (!gone && earlier.length > 0) lines.value = merge(lines.value, earlier);
    return lineAt(lines.value, where);
  }

  /** Reads what is new, once after a burst of news. A line of ours that comes before its sending is answered waits for that, or it would stand there twice. */
  function refresh(): void {
    clearTimeout(due);
    due = setTimeout(() => {
      Promise.all([readLines(last(), echoes.settled), readView()]).catch((thrown: unknown) => (problem.value = Problem.of(thrown)));
    }, CALM);
  }

  /** A line that was not sent is there again as a draft. */
  function keepDraft(command: Echo["command"]): void {
    const note = command.do !== "reply";
    desk.drafts.write(keyOf(of), note, [desk.drafts.read(keyOf(of), note), command.text].filter(Boolean).join("\n"));
  }

  const echoes = useEchoes((id, command) => insist(() => desk.api.command(of, id, command)), async (answer) => {
    desk.chats.put(answer.chat);
    await readLines(last());
    refresh();
  }, keepDraft);

  /** Does something that has no line of its own to wait for; a refusal is told above the composer. */
  async function act(command: Command): Promise<boolean> {
    const id = crypto.randomUUID();
    refused.value = null;
    try {
      const answer = await insist(() => desk.api.command(of, id, command));
      desk.chats.put(answer.chat);
      refresh();
      return true;
    } catch (thrown) {
      refused.value = Problem.of(thrown);
      return false;
    }
  }

  const ends = [
    desk.hub.hear("chat", (news) => keyOf(news) === keyOf(of) && refresh()),
    desk.hub.hear("again", () => {
      desk.hub.look(of.channel, of.conversation);
      echoes.allAgain();
      refresh();
    }),
  ];
  desk.hub.look(of.channel, of.conversation);
  onScopeDispose(() => {
    gone = true;
    clearTimeout(due);
    ends.forEach((end) => end());
    desk.hub.look(null, null);
  });
  // The server writes names and sentences in the language of the page.
  watch(() => desk.settings.language, refresh);
  const opened = open();

  return { of, key: keyOf(of), chat, view, lines, phrases, problem, refused, reading, earlier, echoes, open, opened, readEarlier, reach, act, send: echoes.send };
}

export type OpenChat = ReturnType<typeof useChat>;
