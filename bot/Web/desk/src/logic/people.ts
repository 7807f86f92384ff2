import type { ChatSummary, Me, Role } from "../wire/types";

const LEADS: readonly Role[] = ["supervisor", "manager"];

/** Who may watch, whisper, approve and take over. */
export const leads = (me: Pick<Me, "role"> | null) => !!me && LEADS.includes(me.role);

/** Who has to do with chats at all; who only keeps people and teams has not. */
export const seesChats = (me: Pick<Me, "role"> | null) => !!me && me.role !== "admin";

/** Who may change nothing. */
export const onlyReads = (me: Pick<Me, "role"> | null) => me?.role === "auditor";

/** Whether the approval of something may be given by this person: the role must do, and nobody approves their own wish. */
export function mayApprove(me: Me, chat: Pick<ChatSummary, "approvals">, approval: string): boolean {
  const asked = chat.approvals.find((one) => one.id === approval);
  if (!asked || asked.by.id === me.id) return false;
  return leads(me) && LEADS.indexOf(me.role) >= LEADS.indexOf(asked.needs);
}
