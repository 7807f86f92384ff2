const PREFIX = "desk-draft:";
const MOST = 100;

type Store = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/** What was begun and not sent, per chat, on this device. The oldest go when there are too many. */
export function createDrafts(store: Store) {
  const nameOf = (chat: string, note: boolean) => `${PREFIX}${note ? "note" : "reply"}:${chat}`;

  function read(chat: string, note: boolean): string {
    try {
      const kept: unknown = JSON.parse(store.getItem(nameOf(chat, note)) ?? "null");
      return kept && typeof kept === "object" && "text" in kept && typeof kept.text === "string" ? kept.text : "";
    } catch {
      return "";
    }
  }

  function write(chat: string, note: boolean, text: string): void {
    try {
      if (!text) return store.removeItem(nameOf(chat, note));
      store.setItem(nameOf(chat, note), JSON.stringify({ text, at: Date.now() }));
      tidy();
    } catch {
      // A full or forbidden store costs the draft after a reload, nothing else.
    }
  }

  function tidy(): void {
    const names = Array.from({ length: store.length }, (_, i) => store.key(i)).filter((name): name is string => !!name?.startsWith(PREFIX));
    if (names.length <= MOST) return;
    const age = (name: string) => (JSON.parse(store.getItem(name) ?? "{}") as { at?: number }).at ?? 0;
    names.sort((a, b) => age(a) - age(b)).slice(0, names.length - MOST).forEach((name) => store.removeItem(name));
  }

  return { read, write };
}
