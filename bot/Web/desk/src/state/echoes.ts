import { ref } from "vue";
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

/** The lines on their way, one after the other, so that they arrive in the order in which they were written. */
export function useEchoes(post: Post, arrived: (answer: { chat: ChatSummary }) => Promise<void>) {
  const all = ref<Echo[]>([]);
  let chain: Promise<void> = Promise.resolve();

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
    }
  }

  /** Tries again under the same id: what did arrive is not done twice. */
  function again(id: string): void {
    const echo = all.value.find((one) => one.id === id);
    if (!echo) return;
    echo.problem = null;
    line(id);
  }

  const drop = (id: string) => (all.value = all.value.filter((one) => one.id !== id));

  return { all, send, again, drop };
}
