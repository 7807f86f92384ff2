/** A piece of a text: plain words, a case number, or the address of a page. */
export interface Piece {
  kind: "words" | "case" | "link";
  text: string;
}

const SPECIAL = /(C-\d{8}-\d{6})(?!\d)|(https?:\/\/[^\s<>"'，。；！？、（）《》]+[^\s<>"'，。；！？、（）《》.,;:!?)\]])/g;

/** Cuts a text where it holds something to copy or to open. Nothing in it is ever read as HTML. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(SPECIAL)) {
    if (match.index > end) pieces.push({ kind: "words", text: text.slice(end, match.index) });
    pieces.push({ kind: match[1] ? "case" : "link", text: match[0] });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ kind: "words", text: text.slice(end) });
  return pieces;
}
