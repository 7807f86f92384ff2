import type { Locking } from "./locks";
import type { Memory } from "./memory";
import { ServerError } from "./server";
import type { Activity } from "./wire";

/** A message of the customer that the server may not have yet. */
export interface Outgoing {
  /** The id it is sent under, every time; the server takes it once. */
  id: string;
  at: number;
  /** Tells apart what was written within a millisecond. */
  order: number;
  activity: Activity;
  files: { name: string; type: string; size: number }[];
  /** The server has it, and its echo is awaited. */
  accepted?: boolean;
  /** Why it was refused for good. */
  refused?: "failed" | "failedLarge" | "failedKind" | "fileLost";
}

/** The files of a message are not on the device any more. */
export class FilesLost extends Error {}

/** Sends one message; throws {@link ServerError} or {@link FilesLost} when it can't. */
export type Sending = (message: Outgoing) => Promise<void>;

/** Why the rest has to wait. */
export type Waiting = "no" | "network" | "throttled";

const PREFIX = "out:";
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;

/**
 * The customer's unsent messages, kept on the device and shared by its tabs. They leave one after the other in the order they were
 * written; one that the server refuses for good makes way for the next.
 */
export class Outbox {
  waiting: Waiting = "no";
  private order = 0;
  private wait = FIRST_WAIT;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private working = false;
  private again = false;

  constructor(
    private readonly memory: Memory,
    private readonly lock: Locking,
    private readonly sending: Sending,
    private readonly changed: () => void,
    private readonly now: () => number = Date.now,
  ) {}

  get messages(): Outgoing[] {
    const kept = this.memory.names(PREFIX).map((name) => this.memory.get<Outgoing>(name));
    return kept.filter((one) => one !== null).sort((a, b) => a.at - b.at || a.order - b.order);
  }

  add(message: Omit<Outgoing, "at" | "order">): void {
    this.keep({ ...message, at: this.now(), order: this.order++ });
    this.flush();
  }

  /** Tries a refused one again, as the newest. */
  retry(id: string): void {
    const message = this.memory.get<Outgoing>(PREFIX + id);
    if (!message) return;
    delete message.refused;
    this.keep({ ...message, at: this.now(), order: this.order++ });
    this.flush();
  }

  remove(id: string): void {
    this.memory.remove(PREFIX + id);
    this.changed();
  }

  clear(): void {
    for (const message of this.messages) this.memory.remove(PREFIX + message.id);
    this.rest("no");
    this.changed();
  }

  /** What was accepted belongs to a conversation that is over. */
  dropAccepted(): void {
    for (const message of this.messages) if (message.accepted) this.memory.remove(PREFIX + message.id);
    this.changed();
  }

  /** Sends what there is, now. */
  flush(): void {
    clearTimeout(this.timer);
    if (this.working) this.again = true;
    else void this.work();
  }

  private async work(): Promise<void> {
    this.working = true;
    do {
      this.again = false;
      while (await this.lock("send", () => this.sendFirst()));
    } while (this.again && this.waiting === "no");
    this.working = false;
  }

  /** Sends the first one that waits; false when there is none or it has to wait. */
  private async sendFirst(): Promise<boolean> {
    const first = this.messages.find((message) => !message.accepted && !message.refused);
    if (!first) {
      this.rest("no");
      return false;
    }
    try {
      await this.sending(first);
      // Another tab may have seen the echo and removed it meanwhile.
      if (this.memory.get(PREFIX + first.id)) this.keep({ ...first, accepted: true });
      this.wait = FIRST_WAIT;
      this.rest("no");
      return true;
    } catch (failure) {
      return this.afterFailure(first, failure);
    }
  }

  private afterFailure(message: Outgoing, failure: unknown): boolean {
    if (failure instanceof FilesLost) {
      this.keep({ ...message, refused: "fileLost" });
      return true;
    }
    const refusal = failure instanceof ServerError ? failure : null;
    if (refusal && !refusal.passes && !refusal.wantsToken && refusal.status !== 404) {
      this.keep({ ...message, refused: refusal.status === 413 ? "failedLarge" : refusal.status === 415 ? "failedKind" : "failed" });
      return true;
    }
    const wait = refusal?.retryAfter ? refusal.retryAfter * 1_000 : this.wait * (0.75 + Math.random() / 2);
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
    this.rest(refusal?.status === 429 ? "throttled" : "network");
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), wait);
    return false;
  }

  private rest(waiting: Waiting): void {
    if (this.waiting === waiting) return;
    this.waiting = waiting;
    this.changed();
  }

  private keep(message: Outgoing): void {
    this.memory.set(PREFIX + message.id, message);
    this.changed();
  }
}
