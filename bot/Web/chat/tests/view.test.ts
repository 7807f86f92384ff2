import { describe, expect, it } from "vitest";
import { parcels } from "../src/talk/photos";
import en from "../src/texts/en.json";
import zhHans from "../src/texts/zh-Hans.json";
import { contrast, coloursOf, parse } from "../src/view/colour";
import { piecesOf } from "../src/view/words";

const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
const rgb = (css: string | undefined) => css?.match(/\d+/g)?.map(Number) as [number, number, number];

describe("texts", () => {
  it.each(Object.keys(en))("%s has the same holes in both languages and says something", (key) => {
    const name = key as keyof typeof en;
    expect(holes(zhHans[name])).toEqual(holes(en[name]));
    expect(zhHans[name].trim().length).toBeGreaterThan(0);
  });
});

describe("pieces of a text", () => {
  it("finds case numbers and addresses and leaves the rest as it is", () => {
    const text = "编号C-20261122-814480，见https://example.org/a?b=1。C-20261122-8144801 <b>x</b>";
    const pieces = piecesOf(text);
    expect(pieces.map((piece) => piece.text).join("")).toBe(text);
    expect(pieces.filter((piece) => piece.kind === "case").map((piece) => piece.text)).toEqual(["C-20261122-814480"]);
    expect(pieces.filter((piece) => piece.kind === "link").map((piece) => piece.text)).toEqual(["https://example.org/a?b=1"]);
  });

  it("takes no script for an address", () => {
    expect(piecesOf("javascript:alert(1) data:text/html,x").every((piece) => piece.kind === "words")).toBe(true);
  });
});

describe("colours", () => {
  it.each(["#2f5d4a", "#ff0", "#ffffff", "#000000", "#e60012", "#07c160", "no colour", null])("of %s can be read", (brand) => {
    const colours = coloursOf(brand);
    const own = rgb(colours["--brand"]);
    expect(contrast(own, parse(colours["--on-brand"] ?? "") ?? own)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(rgb(colours["--brand-on-light"]), [236, 240, 239])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(rgb(colours["--brand-on-dark"]), [52, 56, 60])).toBeGreaterThanOrEqual(4.5);
  });
});

describe("parcels", () => {
  it("puts together what one upload takes, and loses nothing", () => {
    const file = (name: string, size: number) => new File([new Uint8Array(size)], name);
    const all = parcels([file("a", 2_000_000), file("b", 2_000_000), file("c", 500_000)]);
    expect(all.map((parcel) => parcel.map((one) => one.name))).toEqual([["a", "b"], ["c"]]);
  });
});
