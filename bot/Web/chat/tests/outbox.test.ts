import { beforeEach, describe, expect, it, vi } from "vitest";
import { turns } from "../src/talk/locks";
import { type Memory, memoryOf } from "../src/talk/memory";
import { FilesLost, Outbox, type Outgoing } from "../src/talk/outbox";
import { ServerError } from "../src/talk/server";

let memory: Memory;
let sent: string[];
let refusals: Map<string, Error[]>;

const send = async (message: Outgoing) => {
  const refusal = refusals.get(message.id)?.shift();
  if (refusal) throw refusal;
  sent.push(message.id);
};
const outbox = (at = () => 1) => new Outbox(memory, turns(), send, () => undefined, at);
const message = (id: string) => ({ id, activity: { type: "message", text: id }, files: [] });
const settled = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
  memory = memoryOf("test:", null);
  sent = [];
  refusals = new Map();
});

describe("the outbox", () => {
  it("sends in the order of writing, also within one millisecond", async () => {
    const box = outbox();
    for (const id of ["c", "a", "b"]) box.add(message(id));
    await settled();
    expect(sent).toEqual(["c", "a", "b"]);
    expect(box.messages.every((one) => one.accepted)).toBe(true);
  });

  it("lets nothing overtake what has to wait, and sends it later under the same id", async () => {
    refusals.set("a", [new ServerError(0, "", ""), new ServerError(503, "", "")]);
    const box = outbox();
    box.add(message("a"));
    box.add(message("b"));
    await settled();
    expect(sent).toEqual([]);
    expect(box.waiting).toBe("network");
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent).toEqual(["a", "b"]);
    expect(box.waiting).toBe("no");
  });

  it("waits as long as the server asks for", async () => {
    refusals.set("a", [new ServerError(429, "Throttled", "", 7)]);
    const box = outbox();
    box.add(message("a"));
    await vi.advanceTimersByTimeAsync(6_900);
    expect(box.waiting).toBe("throttled");
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    expect(sent).toEqual(["a"]);
  });

  it.each([
    [new ServerError(400, "", ""), "failed"],
    [new ServerError(413, "", ""), "failedLarge"],
    [new ServerError(415, "", ""), "failedKind"],
    [new FilesLost(), "fileLost"],
  ])("puts aside what is refused for good and goes on with the next", async (refusal, reason) => {
    refusals.set("a", [refusal]);
    const box = outbox();
    box.add(message("a"));
    box.add(message("b"));
    await settled();
    expect(sent).toEqual(["b"]);
    expect(box.messages[0]?.refused).toBe(reason);
    box.retry("a");
    await settled();
    expect(sent).toEqual(["b", "a"]);
  });

  it("is the same for every tab and after a reload", async () => {
    refusals.set("a", [new ServerError(0, "", ""), new ServerError(0, "", "")]);
    outbox().add(message("a"));
    await settled();
    const other = outbox();
    expect(other.messages.map((one) => one.id)).toEqual(["a"]);
    other.flush();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toEqual(["a"]);
  });

  it("does not bring back what another tab saw arrive while it was being sent", async () => {
    const box: Outbox = new Outbox(memory, turns(), async (one) => box.remove(one.id), () => undefined);
    box.add(message("a"));
    await settled();
    expect(box.messages).toEqual([]);
  });
});
