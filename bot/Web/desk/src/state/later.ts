import { ref, shallowRef } from "vue";

interface Held {
  text: string;
  until: number;
  run: () => void;
  undo: () => void;
}

const GRACE = 5_000;

/** What can't be taken back once it is sent waits five seconds here, and can be taken back that long. One thing at a time; the next sends the one before. */
export function createLater() {
  const held = shallowRef<Held | null>(null);
  const said = ref("");
  let timer: ReturnType<typeof setTimeout> | undefined;

  function hold(text: string, run: () => void, undo: () => void): void {
    flush();
    held.value = { text, until: Date.now() + GRACE, run, undo };
    timer = setTimeout(flush, GRACE);
  }

  function flush(): void {
    clearTimeout(timer);
    const now = held.value;
    held.value = null;
    now?.run();
  }

  function undo(): void {
    clearTimeout(timer);
    const now = held.value;
    held.value = null;
    now?.undo();
  }

  // Whoever closes the page within the five seconds is asked, since it would not be sent.
  addEventListener("beforeunload", (event) => held.value && event.preventDefault());

  /** Says something once, to everybody: seen for a while, and read out. */
  function say(text: string): void {
    said.value = text;
    setTimeout(() => said.value === text && (said.value = ""), GRACE);
  }

  return { held, said, hold, flush, undo, say };
}
