import { type InjectionKey, inject } from "vue";
import { subjectOf } from "../inbox/subject";
import { t } from "../texts/texts";
import { createApi } from "../wire/api";
import { createHub } from "../wire/hub";
import { createDrafts } from "../logic/drafts";
import { createChats } from "./chats";
import { createLater } from "./later";
import { createNotices } from "./notices";
import { createSession } from "./session";
import { createSettings } from "./settings";
import { createTeam } from "./team";

/** Everything of the desk that outlives a screen, put together once. */
export function createDesk(signedOut: () => void) {
  const settings = createSettings();
  const end = () => {
    session.end();
    signedOut();
  };
  const api = createApi(() => settings.language, end);
  const session = createSession(api);
  const hub = createHub();
  const chats = createChats(api, hub, () => session.me.value?.id ?? null);
  const team = createTeam(api, hub);
  const notices = createNotices(settings, { waits: (chat) => t("noticeWaiting", { what: subjectOf(chat) }), said: (chat) => t("noticeLine", { name: subjectOf(chat) }) });
  hub.hear("signedOut", end);
  chats.onArrival(notices.arrived);
  chats.onWord(notices.said);
  return { settings, api, session, hub, chats, team, notices, later: createLater(), drafts: createDrafts(localStorage) };
}

export type Desk = ReturnType<typeof createDesk>;
export const deskKey: InjectionKey<Desk> = Symbol("desk");

/** The desk, in any part of the page. */
export function useDesk(): Desk {
  const desk = inject(deskKey);
  if (!desk) throw new Error("A part of the desk stands outside of it.");
  return desk;
}
