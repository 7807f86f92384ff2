import { computed, onScopeDispose, reactive, ref } from "vue";
import { type ChatRef, type PersonRef, keyOf } from "../wire/types";
import { useDesk } from "./desk";

const LASTS = 6_000;
const EVERY = 3_000;

/** Who else looks at a chat, and who is typing in it. */
export function useCompany(of: ChatRef) {
  const desk = useDesk();
  const people = ref<PersonRef[]>([]);
  const typers = reactive(new Map<string, { who: "customer" | "person"; name: string; timer: ReturnType<typeof setTimeout> }>());
  let told = 0;

  const ends = [
    desk.hub.hear("looking", (news) => {
      if (keyOf(news) === keyOf(of)) people.value = news.people.filter((one) => one.id !== desk.session.me.value?.id);
    }),
    desk.hub.hear("typing", (news) => {
      if (keyOf(news) !== keyOf(of) || (news.who === "person" && news.name === desk.session.me.value?.name)) return;
      const id = `${news.who}/${news.name}`;
      clearTimeout(typers.get(id)?.timer);
      typers.set(id, { who: news.who, name: news.name, timer: setTimeout(() => typers.delete(id), LASTS) });
    }),
  ];
  ends.push(
    desk.hub.hear("chat", (chat) => {
      // What was being written is there.
      if (keyOf(chat) === keyOf(of) && chat.lastLine?.from === "customer") for (const [id, one] of typers) if (one.who === "customer") typers.delete(id);
    }),
  );
  onScopeDispose(() => {
    ends.forEach((end) => end());
    typers.forEach((one) => clearTimeout(one.timer));
  });

  /** Tells that this person types, at most every three seconds. */
  function tell(): void {
    if (Date.now() - told < EVERY) return;
    told = Date.now();
    desk.hub.typing(of);
  }

  return {
    people,
    customerTypes: computed(() => [...typers.values()].some((one) => one.who === "customer")),
    colleagues: computed(() => [...typers.values()].filter((one) => one.who === "person").map((one) => one.name)),
    tell,
  };
}
