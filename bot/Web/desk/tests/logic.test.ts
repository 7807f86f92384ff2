import { describe, expect, it } from "vitest";
import { standing } from "../src/logic/authority";
import { curvePoints, trend } from "../src/logic/curve";
import { createDrafts } from "../src/logic/drafts";
import { belongs, neighbour, noFilters, passes, placeFor, waitingSince } from "../src/logic/inbox";
import { merge, ownAddress, shown } from "../src/logic/lines";
import { mayApprove } from "../src/logic/people";
import { clock } from "../src/logic/time";
import type { ChatSummary, Line, Me } from "../src/wire/types";

const AT = "2026-11-22T10:00:00Z";
const chat = (change: Partial<ChatSummary> = {}): ChatSummary => ({
  channel: "web", conversation: "a", caseNumber: null, owner: "waiting", over: false, priority: 2, severity: "minor", trigger: null, triggerWords: null, playbook: "catering",
  category: null, categoryName: null, language: "zh-Hans", anger: 0, angerCurve: [], queuedAt: AT, takenAt: null, agent: null, addressedTo: null, team: null, lastAgent: null, heldUntil: null,
  silent: false, unansweredSince: null, lastLine: null, startedAt: AT, updatedAt: AT, stage: null, abusive: false, approvals: [], sequence: 1, ...change,
});
const line = (sequence: number, change: Partial<Line> = {}): Line => ({ sequence, from: "customer", name: null, at: AT, text: `${sequence}`, stage: null, step: null, kind: "message", attachments: null, delivered: null, ...change });

describe("the lists", () => {
  it("hold a chat that waits for me in the queue and among mine, and one that is over in neither", () => {
    const mine = chat({ addressedTo: { id: "me", name: "" } });
    expect([belongs(mine, "queue", "me"), belongs(mine, "mine", "me"), belongs(mine, "mine", "you")]).toEqual([true, true, false]);
    expect([belongs(chat({ over: true }), "queue", "me"), belongs(chat({ over: true }), "all", "me")]).toEqual([false, true]);
  });

  it("place a new one by priority, then by the longest wait", () => {
    const queue = [chat({ priority: 0 }), chat({ priority: 2, queuedAt: "2026-11-22T09:00:00Z" }), chat({ priority: 2, queuedAt: "2026-11-22T11:00:00Z" })];
    expect(placeFor(chat({ priority: 1 }), queue)).toBe(1);
    expect(placeFor(chat({ priority: 2 }), queue)).toBe(2);
    expect(placeFor(chat({ priority: 3 }), queue)).toBe(3);
  });

  it("are searched by number and words, and filtered", () => {
    const one = chat({ caseNumber: "C-1", categoryName: { zh: "异物", en: "Foreign object" } });
    expect(passes(one, { ...noFilters(), text: "foreign" })).toBe(true);
    expect(passes(one, { ...noFilters(), text: "late" })).toBe(false);
    expect(passes(one, { ...noFilters(), priority: 0 })).toBe(false);
    expect([3, 2].map((anger) => passes(chat({ anger: 2 }), { ...noFilters(), anger }))).toEqual([false, true]);
    expect(["bank", "catering"].map((playbook) => passes(one, { ...noFilters(), playbook }))).toEqual([false, true]);
    expect((["bot", "waiting"] as const).map((owner) => passes(one, { ...noFilters(), owner }))).toEqual([false, true]);
  });

  it("are walked through without falling off the ends", () => {
    expect([neighbour(["a", "b"], null, 1), neighbour(["a", "b"], "b", 1), neighbour(["a", "b"], "a", -1), neighbour([], "a", 1)]).toEqual(["a", "b", "a", null]);
  });

  it("count the wait from the queue or from the unanswered line, and not with the bot", () => {
    expect(waitingSince(chat())).toBe(AT);
    expect(waitingSince(chat({ owner: "person", unansweredSince: "x" }))).toBe("x");
    expect(waitingSince(chat({ owner: "bot" }))).toBeNull();
  });
});

describe("a transcript", () => {
  it("takes each line once, in order", () => {
    expect(merge([line(1), line(3)], [line(2), line(3, { text: "new" })]).map((one) => one.text)).toEqual(["1", "2", "new"]);
  });

  it("marks days and stages, and does not repeat a name", () => {
    const all = shown([line(1, { stage: "vent" }), line(2, { stage: "vent" }), line(3, { stage: "facts" }), line(4, { at: "2026-11-25T10:00:00Z" }), line(5, { text: null })]);
    expect(all.map((one) => [one.day, one.stage, one.follows])).toEqual([[true, "vent", false], [false, null, true], [false, "facts", false], [true, null, false]]);
  });

  it("opens only what our server keeps", () => {
    expect(ownAddress("/files/a.png", "https://care.example")).toBe("https://care.example/files/a.png");
    expect(ownAddress("https://evil.example/a.png", "https://care.example")).toBeNull();
    expect(ownAddress("javascript:alert(1)", "https://care.example")).toBeNull();
  });
});

describe("authority", () => {
  it("is one's own up to the limit, and asks above it", () => {
    expect([standing(1000, "CNY", { CNY: 1000 }), standing(1000.01, "CNY", { CNY: 1000 }), standing(5, "EUR", { CNY: 1000 }), standing(null, "CNY", { CNY: 1 })]).toEqual(["yes", "approval", null, null]);
  });

  it("never lets anybody approve what they asked for", () => {
    const asked = chat({ approvals: [{ id: "1", kind: "refund", text: "", amount: 1, currency: "CNY", by: { id: "a", name: "" }, at: AT, needs: "manager" }] });
    const who = (id: string, role: Me["role"]) => mayApprove({ id, role } as Me, asked, "1");
    expect([who("a", "manager"), who("b", "supervisor"), who("b", "manager"), who("b", "admin"), who("b", "agent")]).toEqual([false, false, true, false, false]);
  });
});

describe("small things", () => {
  it("tell time as a clock", () => {
    const from = Date.parse(AT);
    expect([clock(AT, from - 5), clock(AT, from + 62_000), clock(AT, from + 3_723_000), clock(AT, from + 172_800_000)]).toEqual(["0:00", "1:02", "1:02:03", "2d"]);
  });

  it("draw anger", () => {
    expect(curvePoints([0, 4], 10, 8)).toBe("0,8 10,0");
    expect(curvePoints([2], 10, 8)).toBe("0,4 10,4");
    expect([trend([1, 2, 3]), trend([3, 2, 1]), trend([2])]).toEqual(["up", "down", "level"]);
  });

  it("keep a reply and a note apart, and forget what was sent", () => {
    const kept = new Map<string, string>();
    const drafts = createDrafts({ getItem: (name) => kept.get(name) ?? null, setItem: (name, value) => void kept.set(name, value), removeItem: (name) => void kept.delete(name), key: (i) => [...kept.keys()][i] ?? null, get length() { return kept.size; } });
    drafts.write("a", false, "reply");
    drafts.write("a", true, "note");
    expect([drafts.read("a", false), drafts.read("a", true), drafts.read("b", false)]).toEqual(["reply", "note", ""]);
    drafts.write("a", false, "");
    expect(drafts.read("a", false)).toBe("");
    for (let i = 0; i < 150; i++) drafts.write(`${i}`, false, "x");
    expect(kept.size).toBeLessThanOrEqual(100);
  });
});
