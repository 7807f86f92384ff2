import { describe, expect, it } from "vitest";
import { standing } from "../src/logic/authority";
import { clientOf } from "../src/logic/client";
import { curvePoints, trend } from "../src/logic/curve";
import { createDrafts } from "../src/logic/drafts";
import { belongs, isWordFor, neighbour, noFilters, owesAnswer, passes, placeFor, waitingSince } from "../src/logic/inbox";
import { blocks, lineAt, merge, ownAddress, partOf, shown } from "../src/logic/lines";
import { mayApprove } from "../src/logic/people";
import { grouped } from "../src/logic/phrases";
import { clock } from "../src/logic/time";
import { titled } from "../src/texts/texts";
import type { ChatSummary, Line, Me, Phrase } from "../src/wire/types";

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

describe("what waits for me", () => {
  const mine = (change: Partial<ChatSummary> = {}) => chat({ owner: "person", agent: { id: "me", name: "", role: "agent" }, unansweredSince: AT, lastLine: { text: "", from: "customer", at: AT }, ...change });

  it("is a line of my customer that nobody has answered, unless I asked for time", () => {
    expect([owesAnswer(mine(), "me"), owesAnswer(mine(), "you"), owesAnswer(mine({ over: true }), "me"), owesAnswer(mine({ unansweredSince: null }), "me"), owesAnswer(mine({ heldUntil: AT }), "me")]).toEqual([true, false, false, false, false]);
  });

  it("is told once for each line", () => {
    const later = mine({ lastLine: { text: "", from: "customer", at: "2026-11-22T10:00:05Z" } });
    expect([isWordFor(later, mine(), "me"), isWordFor(later, later, "me"), isWordFor(later, undefined, "me"), isWordFor(later, mine(), "you")]).toEqual([true, false, false, false]);
  });
});

describe("phrases", () => {
  it("stand under their headings, in the order in which they fit", () => {
    const phrase = (group: Phrase["group"], text: string): Phrase => ({ group, situation: "heard", tactic: null, text });
    expect(grouped([phrase("warm", "a"), phrase("facts", "b"), phrase("warm", "c")]).map((one) => [one.group, one.lines.map((line) => line.text)])).toEqual([["warm", ["a", "c"]], ["facts", ["b"]]]);
  });
});

describe("a transcript", () => {
  it("is entered at a line by its number, at a moment, or at the last line before it", () => {
    const all = [line(1), line(2, { at: "2026-11-22T10:01:00Z" }), line(3, { at: "2026-11-22T10:01:01Z" }), line(4, { text: null, at: "2026-11-22T10:03:00Z" })];
    expect([lineAt(all, 3), lineAt(all, "2026-11-22T10:01:01Z"), lineAt(all, "2026-11-22T10:03:00Z"), lineAt(all, 9), lineAt([], 1)].map((one) => one?.sequence)).toEqual([3, 2, 3, undefined, undefined]);
  });

  it("takes each line once, in order", () => {
    expect(merge([line(1), line(3)], [line(2), line(3, { text: "new" })]).map((one) => one.text)).toEqual(["1", "2", "new"]);
  });

  it("is laid out in blocks that stay the same when earlier lines come in", () => {
    const lines = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => line(from + i));
    const [few, all] = [blocks(shown(lines(150, 320))), blocks(shown(lines(1, 320)))];
    expect([few.map((one) => one.number), all.map((one) => one.lines.length)]).toEqual([[1, 2, 3], [100, 100, 100, 20]]);
    expect(few.slice(1).map((one) => one.sign)).toEqual(all.slice(2).map((one) => one.sign));
    expect([partOf(100), partOf(101), partOf(null)]).toEqual([0, 1, -1]);
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
  it("call a device by its browser and system", () => {
    expect(clientOf("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36")).toEqual({ browser: "Chrome", system: "Linux" });
    expect(clientOf("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1")).toEqual({ browser: "Safari", system: "iPhone" });
    expect([clientOf("curl/8.5.0"), clientOf("")]).toEqual([null, null]);
  });

  it("write a name that was made for a sentence as a title", () => {
    expect([titled("the bill"), titled("a gift"), titled("redo"), titled("菜品"), titled("theatre seats"), titled("")]).toEqual(["Bill", "Gift", "Redo", "菜品", "Theatre seats", ""]);
  });

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
