import { describe, expect, it } from "vitest";
import en from "../src/texts/en.json";
import zhHans from "../src/texts/zh-Hans.json";

const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

describe("texts", () => {
  it.each(Object.keys(en))("%s has the same holes in both languages and says something", (key) => {
    const name = key as keyof typeof en;
    expect(holes(zhHans[name])).toEqual(holes(en[name]));
    expect(zhHans[name].trim().length).toBeGreaterThan(0);
    // Signs that the message format would take for its own.
    expect(`${zhHans[name]}${en[name]}`).not.toMatch(/[@|]/);
  });
});
