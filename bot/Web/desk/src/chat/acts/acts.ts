import { type InjectionKey, computed, inject, nextTick, ref, shallowRef } from "vue";
import { leads, onlyReads } from "../../logic/people";
import type { OpenChat } from "../../state/chat";
import { useDesk } from "../../state/desk";
import { t } from "../../texts/texts";
import type { Command, Fact, Rung } from "../../wire/types";

export type Sheet = "hold" | "transfer" | "offer" | "fact" | "classify" | "hand-back" | "settle" | "boundary" | "end-chat" | "call-back";

/** What a person may do with the open chat, and the sheets that ask for the rest. */
export function createActs(open: OpenChat) {
  const desk = useDesk();
  const me = desk.session.me;
  const sheet = ref<Sheet | null>(null);
  const fact = ref<Pick<Fact, "name" | "label" | "value"> | null>(null);
  const rung = ref<Rung | null>(null);
  const busy = ref(false);
  const home = shallowRef<(() => void) | null>(null);

  const may = computed(() => {
    const chat = open.chat.value;
    const blind = !chat || !me.value || onlyReads(me.value);
    const mine = !blind && chat.agent?.id === me.value?.id && chat.owner === "person";
    const others = !blind && chat.owner === "person" && !mine;
    return {
      /** Lines and acts of the person who has it. */
      act: mine && !chat.over,
      reply: !blind && !chat.over && !others,
      note: !blind,
      take: !blind && !chat.over && !mine && (!others || leads(me.value)),
      whisper: others && leads(me.value) && !chat.over,
      /** Facts and place: whoever works on it. */
      correct: !blind && (mine || !others),
      others,
      mine,
    };
  });

  function show(what: Sheet): void {
    sheet.value = what;
  }

  const offer = (from: Rung | null) => {
    rung.value = from;
    show("offer");
  };

  const correct = (what: Pick<Fact, "name" | "label" | "value">) => {
    fact.value = what;
    show("fact");
  };

  /** Where the focus goes when what had it is gone: nobody has to look for it. */
  async function goHome(): Promise<void> {
    await nextTick();
    const at = document.activeElement;
    if (!(at instanceof HTMLElement) || at === document.body || at.id === "main" || !at.checkVisibility()) home.value?.();
  }

  /** Sends at once; the sheet closes when it was done, and stays with the problem when not. */
  async function run(command: Command, done?: string): Promise<boolean> {
    busy.value = true;
    const ok = await open.act(command);
    busy.value = false;
    sheet.value = null;
    if (ok && done) desk.later.say(done);
    void goHome();
    return ok;
  }

  /** Sends in five seconds, unless it is taken back; then the sheet is there again, with what was written. */
  function later(what: Sheet, text: string, command: Command): void {
    sheet.value = null;
    desk.later.hold(text, () => void open.act(command), () => show(what));
  }

  const take = () => run({ do: "take" }, t("taken"));

  return { may, sheet, fact, rung, busy, refused: open.refused, home, goHome, show, offer, correct, run, later, take };
}

export type Acts = ReturnType<typeof createActs>;
export const actsKey: InjectionKey<Acts> = Symbol("acts");

/** The acts of the chat around this part. */
export function useActs(): Acts {
  const acts = inject(actsKey);
  if (!acts) throw new Error("A part of a chat stands outside of it.");
  return acts;
}
