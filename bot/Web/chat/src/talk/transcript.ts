import { type Activity, type Page, isOwn, lineNumber } from "./wire";

/** What was said, in order and each line once, however often the server tells it. */
export class Transcript {
  private readonly known = new Map<string, Activity>();
  private readonly echoes = new Set<string>();
  private sorted: Activity[] = [];

  /** Up to where the conversation was read. */
  watermark = "";

  get lines(): readonly Activity[] {
    return this.sorted;
  }

  /** Whether the server has told one of our own lines back. */
  hasEcho(clientId: string): boolean {
    return this.echoes.has(clientId);
  }

  /** Takes a page of lines; returns those that are new. */
  take(page: Page): Activity[] {
    const fresh: Activity[] = [];
    for (const activity of page.activities ?? []) {
      if (activity.type !== "message" && activity.type !== "endOfConversation") continue;
      if (!activity.id || Number.isNaN(lineNumber(activity)) || this.known.has(activity.id)) continue;
      this.known.set(activity.id, activity);
      const own = activity.channelData?.clientActivityID;
      if (own && isOwn(activity)) this.echoes.add(own);
      fresh.push(activity);
    }
    if (fresh.length > 0) this.sorted = [...this.known.values()].sort((a, b) => lineNumber(a) - lineNumber(b));
    if (page.watermark && Number(page.watermark) >= Number(this.watermark || 0)) this.watermark = page.watermark;
    return fresh;
  }

  clear(): void {
    this.known.clear();
    this.echoes.clear();
    this.sorted = [];
    this.watermark = "";
  }
}
