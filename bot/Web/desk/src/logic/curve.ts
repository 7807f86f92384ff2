/** The points of an anger curve (0–4) in a box, the newest at the right. One value alone is a flat line. */
export function curvePoints(values: readonly number[], width: number, height: number): string {
  const all = values.length === 1 ? [values[0] ?? 0, values[0] ?? 0] : values;
  const step = all.length > 1 ? width / (all.length - 1) : 0;
  return all.map((value, i) => `${round(i * step)},${round(height - (Math.min(4, Math.max(0, value)) / 4) * height)}`).join(" ");
}

/** Whether anger went up, down or stayed over the last three values. */
export function trend(values: readonly number[]): "up" | "down" | "level" {
  const last = values.at(-1) ?? 0;
  const before = values.at(-3) ?? values[0] ?? 0;
  return last > before ? "up" : last < before ? "down" : "level";
}

const round = (value: number) => Math.round(value * 10) / 10;
