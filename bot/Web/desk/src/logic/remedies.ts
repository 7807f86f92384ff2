import type { Rung } from "../wire/types";

/** Every kind of remedy there is, in the order of the identifiers. */
const KINDS = [
  "explanation", "redo", "replacement", "refund", "partial-refund", "difference", "discount", "gift", "repair", "visit", "fee-waiver", "medical-help", "public-thanks", "personal-care",
] as const;

/** Something a person may offer: a rung of the ladder, or a kind with words and a sum of their own. */
export interface Offerable extends Omit<Rung, "rung"> {
  rung: number | null;
}

/** What is offered by itself: whose sum and words the person writes. */
export const isOwn = (one: Offerable) => one.rung === null;

/**
 * The ladder, and behind it every kind in the person's own words. A rung that does not apply, because nobody knows the sum it goes by,
 * can be offered this way too.
 */
export function offerables(ladder: readonly Rung[], currency: string | null, label: (kind: string) => string): Offerable[] {
  const own = KINDS.map((kind): Offerable => ({ rung: null, kind, label: label(kind), text: "", amount: null, currency, allowed: "yes" }));
  return [...ladder, ...own];
}

/** The currency sums are given in: that of the ladder, else the first a person may grant in. */
export const currencyOf = (ladder: readonly Rung[], limits: Readonly<Record<string, number>>): string | null => ladder.find((one) => one.currency)?.currency ?? Object.keys(limits)[0] ?? null;
