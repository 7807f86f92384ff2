import { money } from "../logic/authority";
import { momentOf } from "../logic/time";
import { language, named, t, titled } from "../texts/texts";
import type { CaseLine } from "../wire/types";

/** Entries of the timeline that only explain others; they are shown when all are asked for. */
const SMALL = new Set(["step", "tactic-used", "state-changed", "trigger-seen", "task-opened", "severity-set", "cause-set", "wait-told"]);

/** Whether an entry is told without being asked for. */
export const matters = (line: CaseLine) => !SMALL.has(line.kind);

/** What an entry is called. */
export const titleOf = (line: CaseLine) => named("event", line.kind === "fact-recorded" && line.data["how"] === "corrected" ? "fact-corrected" : line.kind);

/** Who caused it. */
export const actorOf = (line: CaseLine) => line.name ?? (line.from === "customer" ? t("customer") : line.from === "person" ? t("colleague") : t("bot"));

const quoted = (words: string) => `“${words}”`;
const sum = (line: CaseLine) => (line.data["amount"] ? money(Number(line.data["amount"]), line.data["currency"] ?? null, language.value) : "");
const placed = (line: CaseLine, what: "category" | "severity", say: (id: string) => string) => {
  const [before, after] = [line.data[`old-${what}`], line.data[what]];
  return !after || before === after ? "" : before ? t("changedTo", { before: say(before), after: say(after) }) : say(after);
};

/** How each thing that belongs to an entry is said; what isn't named here is for machines. */
const sayings: Readonly<Record<string, (value: string, line: CaseLine) => string>> = {
  name: (value, line) => (line.kind === "fact-recorded" ? "" : line.kind === "fact-declined" ? titled(value) : value),
  text: (value, line) => (line.kind === "fact-recorded" ? t("named", { name: titled(line.data["name"] ?? ""), value: line.data["old"] ? t("changedTo", { before: line.data["old"], after: value }) : value }) : value),
  words: quoted,
  outcome: (value) => value,
  agreed: (value) => value,
  reason: (value, line) => (line.kind === "state-changed" ? "" : t("becauseOf", { reason: value })),
  category: (_, line) => placed(line, "category", titled),
  severity: (_, line) => placed(line, "severity", (id) => named("severity", id)),
  cause: (value) => named("cause", value),
  trigger: (value) => named("trigger", value),
  tactic: (value) => named("tactic", value),
  stage: (value) => named("stage", value),
  role: (value) => named("role", value),
  kind: (value, line) => (line.kind === "note-added" ? "" : line.kind === "task-opened" ? named("task", value) : [named("remedy", value), sum(line)].filter(Boolean).join(" ")),
  answer: (value, line) => (line.kind === "approval-answered" ? named("approval", value) : named("fate", value)),
  why: (value) => named("why", value),
  what: (value, line) => named(line.kind === "requested" ? "asked" : "told", value),
  score: (value) => t("starsOf", { stars: value }),
  owner: titled,
  due: (value) => t("dueBy", { time: momentOf(value, language.value) }),
  until: (value) => t("untilTime", { time: momentOf(value, language.value) }),
  to: (value, line) => (line.kind === "state-changed" ? t("changedTo", { before: line.data["from"] ?? "", after: value }) : value),
  person: (value, line) => (line.kind === "transferred" ? value : ""),
  team: (value) => value,
};

/** What belongs to an entry, in words. */
export function detailsOf(line: CaseLine): string[] {
  const details = Object.entries(line.data).map(([name, value]) => (value ? (sayings[name]?.(value, line) ?? "") : ""));
  return [line.step ? named("step", line.step) : "", ...details].filter(Boolean);
}
