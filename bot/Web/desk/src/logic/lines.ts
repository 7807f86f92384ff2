import type { Line, Stage } from "../wire/types";
import { otherDay } from "./time";

/** A line as it is shown: with what stands above it. */
export interface ShownLine {
  line: Line;
  day: boolean;
  stage: Stage | null;
  /** Said by the same person shortly before: the name is not repeated. */
  follows: boolean;
}

const SOON = 3 * 60_000;

/** Puts new lines to those that are there, in order, each once. */
export function merge(have: readonly Line[], come: readonly Line[]): Line[] {
  const known = new Map(have.map((line) => [line.sequence, line]));
  come.forEach((line) => known.set(line.sequence, line));
  return [...known.values()].sort((a, b) => a.sequence - b.sequence);
}

/** Lines with their markers of day and stage. Typing and other events without words are left out. */
export function shown(lines: readonly Line[]): ShownLine[] {
  const said = lines.filter(isSaid);
  let stage: Stage | null = null;
  return said.map((line, i) => {
    const before = said[i - 1];
    const day = !before || otherDay(before.at, line.at);
    const begins = line.stage && line.stage !== stage ? line.stage : null;
    stage = line.stage ?? stage;
    const follows = !day && !begins && before?.from === line.from && before.name === line.name && before.kind === line.kind && Date.parse(line.at) - Date.parse(before.at) < SOON;
    return { line, day, stage: begins, follows };
  });
}

const MOMENT = 2_000;

const isSaid = (line: Line) => !!line.text || !!line.attachments?.length;

/** The line with a number, else the first that was said in a moment, else the last before it. Only what is shown counts. */
export function lineAt(lines: readonly Line[], where: number | string): Line | null {
  const said = lines.filter(isSaid);
  if (typeof where === "number") return said.find((line) => line.sequence >= where) ?? null;
  const at = Date.parse(where);
  return said.find((line) => Math.abs(Date.parse(line.at) - at) <= MOMENT) ?? said.findLast((line) => Date.parse(line.at) < at) ?? null;
}

/** Lines that are laid out together. */
export interface Block {
  number: number;
  lines: ShownLine[];
  /** Changes when the lines do. */
  sign: string;
}

const BLOCK = 100;

/** The block a line belongs to: by its number, so that earlier lines that come in above change none of those below. */
export const partOf = (sequence: number | null): number => (sequence === null ? -1 : Math.floor((sequence - 1) / BLOCK));

/** Lines in blocks of a hundred. */
export function blocks(lines: readonly ShownLine[]): Block[] {
  const all: Block[] = [];
  for (const one of lines) {
    const number = partOf(one.line.sequence);
    const last = all.at(-1);
    if (last?.number === number) last.lines.push(one);
    else all.push({ number, lines: [one], sign: "" });
  }
  for (const block of all) block.sign = block.lines.map((one) => `${one.line.sequence}${one.day ? "d" : ""}${one.stage ?? ""}${one.follows ? "f" : ""}${one.line.delivered === false ? "u" : ""}`).join();
  return all;
}

/** Pictures we show; everything else is a file with a name. */
export const isPicture = (contentType: string) => /^image\/(png|jpeg|gif|webp|avif)$/i.test(contentType);

/** An address of our own server, or none: nothing from a customer may lead an agent elsewhere unasked. */
export function ownAddress(address: string | null, origin: string): string | null {
  if (!address) return null;
  try {
    const url = new URL(address, origin);
    return url.origin === origin ? url.href : null;
  } catch {
    return null;
  }
}
