// What travels between the desk and the server, as the server writes it.

export type Role = "agent" | "supervisor" | "manager" | "pr" | "auditor" | "admin";
export type Presence = "free" | "away" | "wrap-up";
export type Owner = "bot" | "waiting" | "person";
export type View = "queue" | "mine" | "all";
export type Stage = "vent" | "apology" | "facts" | "remedy" | "satisfaction";

export interface Me {
  id: string;
  name: string;
  role: Role;
  /** Whether the person also keeps people and teams. */
  admin: boolean;
  teams: string[];
  languages: string[];
  playbooks: string[];
  totp: boolean;
  presence: Presence;
  limits: Record<string, number>;
}

export interface PersonRef {
  id: string;
  name: string;
}

export interface Approval {
  id: string;
  kind: string;
  text: string;
  amount: number | null;
  currency: string | null;
  by: PersonRef;
  at: string;
  needs: Role;
}

export interface ChatSummary {
  channel: string;
  conversation: string;
  site?: string | null;
  caseNumber: string | null;
  owner: Owner;
  over: boolean;
  priority: number;
  severity: string;
  trigger: string | null;
  triggerWords: string | null;
  playbook: string;
  category: string | null;
  categoryName: Words | null;
  language: string;
  anger: number;
  angerCurve: number[];
  queuedAt: string | null;
  takenAt: string | null;
  agent: (PersonRef & { role: Role }) | null;
  addressedTo: PersonRef | null;
  team: string | null;
  lastAgent: PersonRef | null;
  heldUntil: string | null;
  silent: boolean;
  unansweredSince: string | null;
  lastLine: { text: string; from: "customer" | "bot" | "person"; at: string } | null;
  startedAt: string;
  updatedAt: string;
  stage: Stage | null;
  abusive: boolean;
  approvals: Approval[];
  sequence: number;
}

/** A text of the server in both languages. */
export interface Words {
  zh: string;
  en: string;
}

export interface Counts {
  queue: number;
  mine: number;
  all: number;
}

export interface ChatPage {
  chats: ChatSummary[];
  /** In each list, whatever was asked for. */
  counts: Counts;
  more: boolean;
}

/** Which chats of a list are wanted; what is null leaves none out. */
export interface Filters {
  text: string;
  priority: number | null;
  /** At least. */
  anger: number | null;
  language: string | null;
  channel: string | null;
  playbook: string | null;
  owner: Owner | null;
}

export interface Fact {
  name: string;
  label: string;
  /** In normal form; null when the customer would rather not say. */
  value: string | null;
  text: string;
  source: string;
  corrected: boolean;
}

export interface Rung {
  rung: number;
  kind: string;
  label: string;
  text: string;
  amount: number | null;
  currency: string | null;
  allowed: "yes" | "approval" | "no";
}

export interface Line {
  sequence: number;
  from: "customer" | "bot" | "person" | "system";
  name: string | null;
  at: string;
  text: string | null;
  stage: Stage | null;
  step: string | null;
  kind: "message" | "note" | "whisper" | "event";
  attachments: Attachment[] | null;
  delivered: boolean | null;
  trouble?: string | null;
}

export interface Attachment {
  contentType: string;
  contentUrl: string | null;
  name: string | null;
}

export interface Phrase {
  /** Its tone, else the stage it belongs to. */
  group: "firm" | "warm" | Stage;
  situation: string;
  tactic: string | null;
  text: string;
}

export interface Load {
  id: string;
  name: string;
  role: Role;
  presence: Presence | "full";
  online: boolean;
  chats: number;
  longestWait: string | null;
}

export interface Session {
  id: string;
  current: boolean;
  createdAt: string;
  seenAt: string;
  address: string;
  client: string;
}

export interface Person {
  id: string;
  name: string;
  role: Role;
  /** Whether the person also keeps people and teams. */
  admin: boolean;
  teams: string[];
  languages: string[];
  playbooks: string[];
}

/** To whom a chat can be given. */
export interface Colleagues {
  people: Load[];
  teams: { id: string; name: string; online: number }[];
}

export interface Team {
  id: string;
  name: string;
  playbooks: string[];
  languages: string[];
  forAbuse: boolean;
}

/** A business people and teams may be there for. */
export interface Playbook {
  id: string;
  name: Words;
}

/** Which chat: what a command, a look or a link is about. */
export interface ChatRef {
  channel: string;
  conversation: string;
}

export type Command =
  | { do: "take" }
  | { do: "reply"; text: string; attachments?: Attachment[] }
  | { do: "note"; text: string }
  | { do: "whisper"; text: string }
  | { do: "hold"; until: string; text?: string }
  | { do: "transfer"; person?: string; team?: string; reason: string }
  | { do: "offer"; kind: string; text: string; amount?: number; currency?: string; rung?: number }
  | { do: "answer-offer"; accepted: boolean }
  | { do: "approve"; approval: string; yes: boolean; reason?: string }
  | { do: "correct-fact"; name: string; value: string; reason: string }
  | { do: "classify"; category?: string; severity?: string; reason: string }
  | { do: "hand-back"; stage: Stage; agreed: string; not_again: string[] }
  | { do: "settle"; text: string; outcome: string }
  | { do: "boundary"; text: string }
  | { do: "end-chat"; reason: string }
  | { do: "call-back"; at: string; number?: string }
  | { do: "release"; why: "wish" | "shift-end" };

export const keyOf = (chat: ChatRef) => `${chat.channel}/${chat.conversation}`;

/** The brief: what a person must know before the first word. Empty texts are not known. */
export interface Brief {
  who: string;
  what: string;
  since: string;
  angerCurve: number[];
  offered: { text: string; state: string; label: string }[];
  wanted: string;
  limits: string;
  fair: string;
  why: string;
  trigger: string | null;
  triggerWords: string;
  next: string;
  law: string;
}

export interface ChatView {
  chat: ChatSummary;
  brief: Brief;
  facts: Fact[];
  missing: { name: string; label: string; question: string }[];
  offers: { kind: string; label: string; text: string; amount: number | null; currency: string | null; state: string; due: string; by: string }[];
  ladder: Rung[];
  /** What the chat may be placed under: the categories of its playbook. */
  categories: { id: string; name: Words }[];
  approvals: Approval[];
  notAgain: string[];
  agreed: string | null;
  /** How many messages the channel still takes, and until when; null where it does not count them. */
  window: { left: number; until: string } | null;
}

/** An entry of a case's timeline; what belongs to it goes by names of the server. */
export interface CaseLine {
  sequence: number;
  kind: string;
  from: "customer" | "bot" | "person" | "system";
  name: string | null;
  at: string;
  step: string | null;
  data: Partial<Record<string, string>>;
}

/** All that is kept of a case. */
export interface CaseFile {
  number: string | null;
  state: string;
  stars: number | null;
  triggers: { trigger: string; words: string; done: boolean; fired: boolean }[];
  tasks: { kind: string; owner: string; due: string; content: string }[];
  lines: CaseLine[];
  /** The first entry that is missing, changed or not in its place; null when all is well. */
  brokenAt: number | null;
}
