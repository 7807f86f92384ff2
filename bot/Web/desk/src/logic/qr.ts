// A QR code (ISO/IEC 18004), as much of it as an otpauth: address needs: bytes, error correction M, versions 1 to 20.

const ECC_PER_BLOCK = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26];
const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16];
const LEVEL_M = 0;

/** The dark modules of a code for a text, row by row. */
export function qrCode(text: string): boolean[][] {
  const bytes = [...new TextEncoder().encode(text)];
  const version = versionFor(bytes.length);
  const words = withCorrection(dataWords(bytes, version), version);
  const all = Array.from({ length: 8 }, (_, mask) => drawn(words, version, mask));
  return all.reduce((best, one) => (penalty(one) < penalty(best) ? one : best));
}

/** The code as the path of an SVG of one unit a module. */
export const qrPath = (modules: boolean[][]) => modules.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");

const valueAt = (list: readonly number[], version: number) => list[version - 1] ?? 0;
const dataSize = (version: number) => Math.floor(rawModules(version) / 8) - valueAt(ECC_PER_BLOCK, version) * valueAt(BLOCKS, version);
const lengthBits = (version: number) => (version < 10 ? 8 : 16);

function versionFor(length: number): number {
  for (let version = 1; version <= BLOCKS.length; version++) if (length * 8 + 4 + lengthBits(version) <= dataSize(version) * 8) return version;
  throw new RangeError(`${length} bytes are too many for the code.`);
}

function rawModules(version: number): number {
  const base = (16 * version + 128) * version + 64;
  if (version < 2) return base;
  const aligns = Math.floor(version / 7) + 2;
  return base - ((25 * aligns - 10) * aligns - 55) - (version >= 7 ? 36 : 0);
}

function dataWords(bytes: number[], version: number): number[] {
  const bits: number[] = [];
  const put = (value: number, count: number) => {
    for (let i = count - 1; i >= 0; i--) bits.push((value >>> i) & 1);
  };
  put(4, 4);
  put(bytes.length, lengthBits(version));
  bytes.forEach((byte) => put(byte, 8));
  put(0, Math.min(4, dataSize(version) * 8 - bits.length));
  put(0, (8 - (bits.length % 8)) % 8);
  for (let pad = 0xec; bits.length < dataSize(version) * 8; pad ^= 0xec ^ 0x11) put(pad, 8);
  return Array.from({ length: bits.length / 8 }, (_, i) => bits.slice(i * 8, i * 8 + 8).reduce((word, bit) => word * 2 + bit, 0));
}

function withCorrection(data: number[], version: number): number[] {
  const [blocks, ecc] = [valueAt(BLOCKS, version), valueAt(ECC_PER_BLOCK, version)];
  const total = Math.floor(rawModules(version) / 8);
  const shortBlocks = blocks - (total % blocks);
  const shortLength = Math.floor(total / blocks) - ecc;
  const divisor = generator(ecc);
  let from = 0;
  const parts = Array.from({ length: blocks }, (_, i) => {
    const part = data.slice(from, (from += shortLength + (i < shortBlocks ? 0 : 1)));
    return { part, ecc: remainder(part, divisor) };
  });
  const columns = (list: number[][], length: number) => Array.from({ length }, (_, i) => list.flatMap((one) => one.slice(i, i + 1))).flat();
  return [...columns(parts.map((one) => one.part), shortLength + 1), ...columns(parts.map((one) => one.ecc), ecc)];
}

function multiply(a: number, b: number): number {
  let product = 0;
  for (let i = 7; i >= 0; i--) product = ((product << 1) ^ ((product >>> 7) * 0x11d)) ^ (((b >>> i) & 1) * a);
  return product;
}

function generator(degree: number): number[] {
  const result: number[] = Array.from({ length: degree }, (_, i) => (i === degree - 1 ? 1 : 0));
  for (let i = 0, root = 1; i < degree; i++, root = multiply(root, 2))
    for (let j = 0; j < degree; j++) result[j] = multiply(result[j] ?? 0, root) ^ (result[j + 1] ?? 0);
  return result;
}

function remainder(data: number[], divisor: number[]): number[] {
  const rest = divisor.map(() => 0);
  for (const word of data) {
    const factor = word ^ (rest.shift() ?? 0);
    rest.push(0);
    divisor.forEach((coefficient, i) => (rest[i] = (rest[i] ?? 0) ^ multiply(coefficient, factor)));
  }
  return rest;
}

const MASKS: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

function drawn(words: number[], version: number, mask: number): boolean[][] {
  const size = version * 4 + 17;
  const cells = Array.from({ length: size }, () => Array<boolean | null>(size).fill(null));
  const set = (x: number, y: number, dark: boolean) => {
    const row = cells[y];
    if (row && x >= 0 && x < size) row[x] = dark;
  };
  drawPatterns(set, version, size);
  drawFormat(set, mask, size);
  if (version >= 7) drawVersion(set, version, size);
  fill(cells, words, size, MASKS[mask] ?? (() => false));
  return cells.map((row) => row.map((cell) => cell === true));
}

type Set = (x: number, y: number, dark: boolean) => void;

function drawPatterns(set: Set, version: number, size: number): void {
  for (let i = 0; i < size; i++) {
    set(6, i, i % 2 === 0);
    set(i, 6, i % 2 === 0);
  }
  const places = alignments(version, size);
  const end = places.length - 1;
  places.forEach((x, i) =>
    places.forEach((y, j) => {
      if ((i === 0 && j === 0) || (i === 0 && j === end) || (i === end && j === 0)) return;
      square(2, (dx, dy, far) => set(x + dx, y + dy, far !== 1));
    }),
  );
  for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]] as const) square(4, (dx, dy, far) => set(x + dx, y + dy, far !== 2 && far !== 4));
}

function square(reach: number, each: (dx: number, dy: number, far: number) => void): void {
  for (let dy = -reach; dy <= reach; dy++) for (let dx = -reach; dx <= reach; dx++) each(dx, dy, Math.max(Math.abs(dx), Math.abs(dy)));
}

function alignments(version: number, size: number): number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.floor((version * 8 + count * 3 + 5) / (count * 4 - 4)) * 2;
  return [6, ...Array.from({ length: count - 1 }, (_, i) => size - 7 - (count - 2 - i) * step)];
}

/** A value with its BCH remainder behind it. */
function bch(value: number, bits: number, polynomial: number): number {
  let rest = value;
  for (let i = 0; i < bits; i++) rest = (rest << 1) ^ ((rest >>> (bits - 1)) * polynomial);
  return (value << bits) | rest;
}

function drawFormat(set: Set, mask: number, size: number): void {
  const bits = bch((LEVEL_M << 3) | mask, 10, 0x537) ^ 0x5412;
  const bit = (i: number) => ((bits >>> i) & 1) === 1;
  for (let i = 0; i < 15; i++) {
    const near = i < 6 ? i : i + 1;
    set(i < 8 ? 8 : i === 8 ? 7 : 14 - i, i < 8 ? near : 8, bit(i));
    set(i < 8 ? size - 1 - i : 8, i < 8 ? 8 : size - 15 + i, bit(i));
  }
  set(8, size - 8, true);
}

function drawVersion(set: Set, version: number, size: number): void {
  const bits = bch(version, 12, 0x1f25);
  for (let i = 0; i < 18; i++) {
    const [a, b, dark] = [size - 11 + (i % 3), Math.floor(i / 3), ((bits >>> i) & 1) === 1];
    set(a, b, dark);
    set(b, a, dark);
  }
}

function fill(cells: (boolean | null)[][], words: number[], size: number, mask: (x: number, y: number) => boolean): void {
  let at = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step++) {
      const y = ((right + 1) & 2) === 0 ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        const row = cells[y];
        if (!row || row[x] !== null) continue;
        const dark = (((words[at >>> 3] ?? 0) >>> (7 - (at & 7))) & 1) === 1;
        at++;
        row[x] = dark !== mask(x, y);
      }
    }
  }
}

/** How hard a code is to read: the standard's four rules. */
function penalty(cells: boolean[][]): number {
  const size = cells.length;
  const lines = [...cells, ...Array.from({ length: size }, (_, x) => cells.map((row) => row[x] === true))].map((line) => line.map((dark) => (dark ? "1" : "0")).join(""));
  const runs = lines.flatMap((line) => line.match(/(.)\1{4,}/g) ?? []).reduce((sum, run) => sum + run.length - 2, 0);
  const finders = lines.reduce((sum, line) => sum + (line.match(/(?=10111010000|00001011101)/g)?.length ?? 0) * 40, 0);
  let blocks = 0;
  for (let y = 0; y + 1 < size; y++)
    for (let x = 0; x + 1 < size; x++) {
      const one = cells[y]?.[x];
      if (cells[y]?.[x + 1] === one && cells[y + 1]?.[x] === one && cells[y + 1]?.[x + 1] === one) blocks += 3;
    }
  const dark = cells.flat().filter(Boolean).length;
  return runs + finders + blocks + Math.floor(Math.abs(dark * 20 - size * size * 10) / (size * size)) * 10;
}
