import { onScopeDispose, ref } from "vue";
import { Problem } from "../wire/problem";
import type { ChatSummary, Command } from "../wire/types";

/** A line that was sent and has not come back yet. */
export interface Echo {
  id: string;
  command: Extract<Command, { do: "reply" | "note" | "whisper" | "boundary" }>;
  at: string;
  problem: Problem | null;
}

type Post = (id: string, command: Command) => Promise<{ chat: ChatSummary }>;

/**
 * The lines on their way, one after the other, so that they arrive in the order in which they were written. What could not be sent when the
 * chat is left goes to `kept`, and is not lost.
 */
export function useEchoes(post: Post, arrived: (answer: { chat: ChatSummary }) => Promise<void>, kept: (command: Echo["command"]) => void) {
  const all = ref<Echo[]>([]);
  let chain: Promise<void> = Promise.resolve();
  let gone = false;

  function send(command: Echo["command"]): void {
    const echo: Echo = { id: crypto.randomUUID(), command, at: new Date().toISOString(), problem: null };
    all.value.push(echo);
    line(echo.id);
  }

  const line = (id: string) => (chain = chain.then(() => carry(id)));

  async function carry(id: string): Promise<void> {
    const echo = all.value.find((one) => one.id === id);
    if (!echo) return;
    try {
      await arrived(await post(echo.id, echo.command));
      drop(id);
    } catch (thrown) {
      echo.problem = Problem.of(thrown);
      if (gone) kept(echo.command);
    }
  }

  /** Tries all again that failed for want of a connection. */
  const allAgain = () => all.value.filter((one) => one.problem?.passing).forEach((one) => again(one.id));

  // Whoever closes the page while a line is under way is asked.
  const ask = (event: BeforeUnloadEvent) => all.value.length > 0 && event.preventDefault();
  addEventListener("beforeunload", ask);
  onScopeDispose(() => {
    gone = true;
    removeEventListener("beforeunload", ask);
    all.value.filter((one) => one.problem).forEach((one) => kept(one.command));
  });

  /** Tries again under the same id: what did arrive is not done twice. */
  function again(id: string): void {
    const echo = all.value.find((one) => one.id === id);
    if (!echo) return;
    echo.problem = null;
    line(id);
  }

  const drop = (id: string) => (all.value = all.value.filter((one) => one.id !== id));

  /** Until nothing is under way. */
  async function settled(): Promise<void> {
    for (let seen; seen !== chain; await seen) seen = chain;
  }

  return { all, send, again, allAgain, drop, settled };
}
