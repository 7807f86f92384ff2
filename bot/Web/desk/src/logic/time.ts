const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long since a time, as a clock: 0:42, 12:05, 1:03:20; from a day on only the days. */
export function clock(from: string, now: number): string {
  const passed = Math.max(0, now - Date.parse(from));
  if (passed >= DAY) return `${Math.floor(passed / DAY)}d`;
  const two = (value: number) => String(value).padStart(2, "0");
  const [hours, minutes, seconds] = [Math.floor(passed / HOUR), Math.floor((passed % HOUR) / MINUTE), Math.floor((passed % MINUTE) / SECOND)];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}

/** The time of day of a line. */
export const hourOf = (at: string, locale: string) => new Date(at).toLocaleTimeString(locale, { hour: "2-digit", minute: "2-digit", hour12: false });

/** Day and hour, for what may lie days back. */
export const momentOf = (at: string, locale: string) => new Date(at).toLocaleString(locale, { month: "short", day: "numeric", hour: "2-digit", minute: "2-digit", hour12: false });

/** The day of a line, as a heading. */
export const dayOf = (at: string, locale: string) => new Date(at).toLocaleDateString(locale, { year: "numeric", month: "long", day: "numeric", weekday: "long" });

/** Whether two lines lie on different days of this device's calendar. */
export const otherDay = (one: string, two: string) => new Date(one).toDateString() !== new Date(two).toDateString();

/** A time some minutes from now, as the server wants it. */
export const inMinutes = (minutes: number, now: number) => new Date(now + minutes * MINUTE).toISOString();

/** A time as the field for a local day and hour writes it. */
export function localField(at: number): string {
  const time = new Date(at - new Date(at).getTimezoneOffset() * MINUTE);
  return time.toISOString().slice(0, 16);
}
