import { Problem } from "./problem";
import * as wire from "./types";

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

const BASE = "/desk/api/";
const PATIENCE = 20_000;

/** The server's addresses, typed. `language` tells in which language problems are explained; `signedOut` is called when a session has ended. */
export function createApi(language: () => string, signedOut: () => void) {
  async function ask<T>(method: Method, path: string, body?: unknown): Promise<T> {
    const headers: Record<string, string> = { Accept: "application/json", "Accept-Language": language() };
    if (method !== "GET") headers["X-Desk"] = "1";
    const isForm = body instanceof FormData;
    if (body !== undefined && !isForm) headers["Content-Type"] = "application/json";
    let answer: Response;
    try {
      answer = await fetch(BASE + path, { method, headers, body: body === undefined ? null : isForm ? body : JSON.stringify(body), credentials: "same-origin", signal: AbortSignal.timeout(PATIENCE) });
    } catch {
      throw new Problem("offline", 0);
    }
    if (!answer.ok) {
      const problem = await Problem.from(answer);
      if (problem.code === "signed-out" && path !== "me") signedOut();
      throw problem;
    }
    const text = await answer.text();
    return (text ? JSON.parse(text) : null) as T;
  }

  const chat = (of: wire.ChatRef) => `chats/${encodeURIComponent(of.channel)}/${encodeURIComponent(of.conversation)}`;
  const part = encodeURIComponent;

  return {
    me: () => ask<wire.Me>("GET", "me"),
    signIn: (name: string, password: string, code?: string) => ask<wire.Me>("POST", "sign-in", { name, password, ...(code ? { code } : {}) }),
    signOut: () => ask<null>("POST", "sign-out"),
    sessions: () => ask<wire.Session[]>("GET", "sessions"),
    endSession: (id: string) => ask<null>("DELETE", `sessions/${part(id)}`),
    changePassword: (old: string, next: string) => ask<null>("POST", "password", { old, new: next }),
    beginTotp: () => ask<{ secret: string; uri: string }>("POST", "totp/begin"),
    confirmTotp: (code: string) => ask<{ recovery: string[] }>("POST", "totp/confirm", { code }),
    removeTotp: (password: string) => ask<null>("DELETE", "totp", { password }),
    invitation: (token: string) => ask<{ name: string; role: wire.Role }>("GET", `invite/${part(token)}`),
    acceptInvitation: (token: string, name: string, password: string) => ask<wire.Me>("POST", `invite/${part(token)}`, { name, password }),

    people: () => ask<wire.Person[]>("GET", "people"),
    addPerson: (person: Omit<wire.Person, "id">) => ask<{ person: wire.Person; invite: string }>("POST", "people", person),
    changePerson: (id: string, change: Partial<Omit<wire.Person, "id">>) => ask<wire.Person>("PATCH", `people/${part(id)}`, change),
    inviteAgain: (id: string) => ask<{ invite: string }>("POST", `people/${part(id)}/invite`),
    endSessionsOf: (id: string) => ask<null>("DELETE", `people/${part(id)}/sessions`),
    teams: () => ask<wire.Team[]>("GET", "teams"),
    addTeam: (team: Omit<wire.Team, "id">) => ask<wire.Team>("POST", "teams", team),
    changeTeam: (id: string, change: Partial<Omit<wire.Team, "id">>) => ask<wire.Team>("PATCH", `teams/${part(id)}`, change),
    removeTeam: (id: string) => ask<null>("DELETE", `teams/${part(id)}`),

    chats: (view: wire.View, filters: wire.Filters, last?: wire.ChatSummary) => ask<wire.ChatPage>("GET", `chats?${listQuery(view, filters, last)}`),
    chat: (of: wire.ChatRef) => ask<wire.ChatView>("GET", chat(of)),
    lines: (of: wire.ChatRef, after: number, limit = 500) => ask<{ lines: wire.Line[]; last: number }>("GET", `${chat(of)}/lines?after=${after}&limit=${limit}`),
    command: (of: wire.ChatRef, id: string, command: wire.Command) => ask<{ chat: wire.ChatSummary }>("POST", `${chat(of)}/commands`, { id, command }),
    sendFile: (of: wire.ChatRef, file: File) => ask<wire.Attachment[]>("POST", `${chat(of)}/files`, formOf(file)),
    next: () => ask<{ chat: wire.ChatSummary } | null>("POST", "next"),
    caseFile: (of: wire.ChatRef) => ask<wire.CaseFile>("GET", `${chat(of)}/case`),
    playbooks: () => ask<wire.Playbook[]>("GET", "playbooks"),
    phrases: (of: wire.ChatRef) => ask<wire.Phrase[]>("GET", `${chat(of)}/phrases`),
    approvals: () => ask<wire.ChatSummary[]>("GET", "approvals"),
    load: () => ask<wire.Load[]>("GET", "people/load"),
    colleagues: () => ask<wire.Colleagues>("GET", "colleagues"),
    setPresence: (state: wire.Presence) => ask<null>("PUT", "presence", { state }),
  };
}

/** The first page of a list, or the one behind a row. */
function listQuery(view: wire.View, filters: wire.Filters, last?: wire.ChatSummary): URLSearchParams {
  const query = new URLSearchParams({ view, limit: "50" });
  for (const [name, value] of Object.entries(filters)) if (value !== null && String(value).trim() !== "") query.set(name, String(value).trim());
  if (last) {
    query.set("before", last.updatedAt);
    query.set("after", wire.keyOf(last));
  }
  return query;
}

function formOf(file: File): FormData {
  const form = new FormData();
  form.append("file", file, file.name);
  return form;
}

export type Api = ReturnType<typeof createApi>;
