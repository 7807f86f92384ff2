import { describe, expect, it } from "vitest";
import { Transcript } from "../src/talk/transcript";
import type { Activity } from "../src/talk/wire";

const line = (number: number, more: Partial<Activity> = {}): Activity => ({ type: "message", id: `c|${String(number).padStart(7, "0")}`, text: `line ${number}`, from: { role: "bot" }, ...more });
const numbers = (transcript: Transcript) => transcript.lines.map((one) => Number(one.id?.slice(-7)));

describe("the transcript", () => {
  it("holds each line once and in order, whatever comes twice or late", () => {
    const transcript = new Transcript();
    transcript.take({ activities: [line(3), line(1)], watermark: "3" });
    expect(transcript.take({ activities: [line(3), line(2), line(4)], watermark: "4" }).map((one) => one.id)).toEqual([line(2).id, line(4).id]);
    expect(numbers(transcript)).toEqual([1, 2, 3, 4]);
  });

  it("orders by number, not by letters, past the seventh digit", () => {
    const transcript = new Transcript();
    transcript.take({ activities: [line(10_000_000), line(9_999_999)] });
    expect(transcript.lines[0]?.text).toBe("line 9999999");
  });

  it("keeps its watermark when none comes, and never goes back", () => {
    const transcript = new Transcript();
    transcript.take({ activities: [], watermark: "12" });
    transcript.take({ activities: [], watermark: null });
    transcript.take({ activities: [] });
    transcript.take({ activities: [], watermark: "9" });
    expect(transcript.watermark).toBe("12");
  });

  it("takes no typing, no events and nothing without a number", () => {
    const transcript = new Transcript();
    expect(transcript.take({ activities: [line(1, { type: "typing" }), line(2, { type: "event" }), { type: "message", text: "?" }] })).toEqual([]);
  });

  it("knows its own lines again, but believes nobody else's word for them", () => {
    const transcript = new Transcript();
    transcript.take({ activities: [line(1, { from: { role: "user" }, channelData: { clientActivityID: "mine" } }), line(2, { channelData: { clientActivityID: "forged" } })] });
    expect(transcript.hasEcho("mine")).toBe(true);
    expect(transcript.hasEcho("forged")).toBe(false);
  });
});
