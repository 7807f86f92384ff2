import type { Phrase } from "../wire/types";

export interface PhraseGroup {
  group: Phrase["group"];
  lines: Phrase[];
}

/** Phrases under their headings. The server's order counts: the most fitting group, and in it the most fitting line, comes first. */
export function grouped(phrases: readonly Phrase[]): PhraseGroup[] {
  const groups = new Map<Phrase["group"], Phrase[]>();
  for (const phrase of phrases) groups.set(phrase.group, [...(groups.get(phrase.group) ?? []), phrase]);
  return [...groups].map(([group, lines]) => ({ group, lines }));
}
