import { describe, expect, it } from "vitest";
import { insist } from "../src/logic/sending";
import { Problem } from "../src/wire/problem";

const quick = () => Promise.resolve();

describe("insisting", () => {
  it("goes on through a lost network and a busy server", async () => {
    const problems = [new Problem("offline", 0), new Problem("busy", 503)];
    expect(await insist(() => { const next = problems.shift(); return next ? Promise.reject(next) : Promise.resolve("done"); }, quick)).toBe("done");
  });

  it("stops at a refusal", async () => {
    let tried = 0;
    await expect(insist(() => { tried++; return Promise.reject(new Problem("not-yours", 409)); }, quick)).rejects.toMatchObject({ code: "not-yours" });
    expect(tried).toBe(1);
  });

  it("gives up after five attempts", async () => {
    let tried = 0;
    await expect(insist(() => { tried++; return Promise.reject(new Problem("offline", 0)); }, quick)).rejects.toMatchObject({ code: "offline" });
    expect(tried).toBe(5);
  });
});
