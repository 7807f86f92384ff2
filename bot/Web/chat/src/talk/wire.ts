/** What goes over the wire: the part of Direct Line 3.0 that the widget uses. */
export interface Attachment {
  contentType?: string;
  contentUrl?: string;
  thumbnailUrl?: string;
  name?: string;
}

export interface CardAction {
  type?: string;
  title?: string;
  text?: string;
  displayText?: string;
  value?: unknown;
}

export interface Activity {
  type: string;
  id?: string;
  timestamp?: string;
  text?: string;
  locale?: string;
  value?: unknown;
  from?: { id?: string; name?: string; role?: string };
  attachments?: Attachment[];
  suggestedActions?: { to?: string[]; actions?: CardAction[] };
  entities?: { type?: string; [member: string]: unknown }[];
  channelData?: { clientActivityID?: string; [member: string]: unknown };
}

export interface Page {
  activities?: Activity[];
  watermark?: string | null;
}

/** Who answers the customer. */
export type Owner = "bot" | "waiting" | "person";

/** The number of a line in its conversation; ids end in it. */
export function lineNumber(activity: Activity): number {
  const digits = /\|(\d+)$/.exec(activity.id ?? "")?.[1];
  return digits ? Number(digits) : Number.NaN;
}

/** Who answered when a message was written; null when it doesn't say. */
export function ownerOf(activity: Activity): Owner | null {
  const owner = activity.entities?.find((entity) => entity.type === "complaint/turn")?.["owner"];
  return owner === "bot" || owner === "waiting" || owner === "person" ? owner : null;
}

export function isOwn(activity: Activity): boolean {
  return activity.from?.role === "user";
}

/** A random id that nobody can guess; pages without TLS have no randomUUID. */
export function freshId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
