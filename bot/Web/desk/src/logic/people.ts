import type { ChatSummary, Me, Role } from "../wire/types";

const LEADS: readonly Role[] = ["supervisor", "manager", "admin"];

/** Who may watch, whisper, approve and take over. */
export const leads = (me: Pick<Me, "role"> | null) => !!me && LEADS.includes(me.role);

/** Who may change nothing. */
export const onlyReads = (me: Pick<Me, "role"> | null) => me?.role === "auditor";

/** Whether the approval of something may be given by this person: the role must do, and nobody approves their own wish. */
export function mayApprove(me: Me, chat: Pick<ChatSummary, "approvals">, approval: string): boolean {
  const asked = chat.approvals.find((one) => one.id === approval);
  if (!asked || asked.by.id === me.id) return false;
  const rank = (role: Role) => (role === "admin" ? LEADS.length : LEADS.indexOf(role));
  return leads(me) && rank(me.role) >= rank(asked.needs);
}
