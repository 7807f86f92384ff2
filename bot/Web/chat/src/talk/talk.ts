import { type Locking, lockingOf } from "./locks";
import { FileMemory, type Memory, memoryOf } from "./memory";
import { FilesLost, type Outgoing, Outbox } from "./outbox";
import { parcels } from "./photos";
import { Server, ServerError } from "./server";
import { type Session, Sessions } from "./session";
import { type Link, Stream } from "./stream";
import { Transcript } from "./transcript";
import { type Activity, type CardAction, type Owner, type Page, freshId, isOwn, ownerOf } from "./wire";

/** What the page wishes for. */
export interface Wishes {
  server: string;
  playbook: string;
  locale: () => string;
}

/** What the other side said; <c>history</c> if it was said before the page was opened. */
export interface Said {
  lines: Activity[];
  history: boolean;
}

const CASE = /C-\d{8}-\d{6}(?!\d)/g;
const TYPING_SHOWN = 6_000;
const TYPING_EVERY = 3_000;

/**
 * The conversation as the widget shows it: lines of the server, messages that wait, who speaks, and how the connection stands. Fires
 * <c>change</c> when any of it changed and <c>lines</c> when the other side said something new.
 */
export class Talk extends EventTarget {
  readonly transcript = new Transcript();
  readonly files: FileMemory;
  readonly outbox: Outbox;
  readonly progress = new Map<string, number>();
  typing = false;
  anew = false;

  private readonly server: Server;
  private readonly memory: Memory;
  private readonly sessions: Sessions;
  private readonly stream: Stream;
  private readonly tabs: BroadcastChannel | null;
  private typingTimer: ReturnType<typeof setTimeout> | undefined;
  private typedAt = 0;
  private returning = false;

  constructor(private readonly wishes: Wishes) {
    super();
    const prefix = `complaint-chat:${wishes.server}:${wishes.playbook}:`;
    const lock: Locking = lockingOf(prefix);
    this.server = new Server(wishes.server);
    this.memory = memoryOf(prefix);
    this.files = new FileMemory(prefix);
    this.sessions = new Sessions(this.server, this.memory, lock, () => ({ locale: wishes.locale(), ...(wishes.playbook && { playbook: wishes.playbook }) }));
    this.outbox = new Outbox(this.memory, lock, (message) => this.send(message), () => this.changed(true));
    this.stream = new Stream(this.server, this.sessions, this.transcript, {
      link: (link) => this.linked(link),
      page: (page) => this.took(page),
      begunAnew: () => this.begunAnew(),
    });
    this.tabs = "BroadcastChannel" in window ? new BroadcastChannel(prefix) : null;
    if (this.tabs) this.tabs.onmessage = (event: MessageEvent<"changed" | "cleared">) => this.fromOtherTab(event.data);
    addEventListener("online", this.kick);
    addEventListener("offline", this.kick);
    document.addEventListener("visibilitychange", this.kick);
  }

  /** Whether there is a conversation to go on with. */
  get hasBegun(): boolean {
    return this.sessions.current !== null;
  }

  get link(): Link {
    return this.stream.link;
  }

  get lines(): readonly Activity[] {
    return this.transcript.lines;
  }

  /** What was written and has not come back from the server. */
  get outgoing(): Outgoing[] {
    return this.outbox.messages.filter((message) => !this.transcript.hasEcho(message.id));
  }

  get owner(): Owner {
    for (const line of this.transcript.lines.toReversed()) {
      const owner = ownerOf(line);
      if (owner) return owner;
    }
    return "bot";
  }

  /** The name of whoever spoke last on the other side, as the server gives it. */
  get speaker(): string | null {
    const last = this.transcript.lines.findLast((line) => !isOwn(line) && ownerOf(line) === this.owner);
    return nameOf(last);
  }

  /** The case number that was said last. */
  get caseNumber(): string | null {
    const line = this.transcript.lines.findLast((one) => !isOwn(one) && one.text?.match(CASE));
    return line?.text?.match(CASE)?.at(-1) ?? null;
  }

  /** What may be tapped instead of typed: belongs to the newest line and to nobody else's. */
  get suggestions(): CardAction[] {
    const last = this.transcript.lines.at(-1);
    if (!last || isOwn(last) || this.outgoing.length > 0) return [];
    const { to, actions } = last.suggestedActions ?? {};
    if (to?.length && !to.includes(this.sessions.current?.user ?? "")) return [];
    return actions ?? [];
  }

  begin(): void {
    if (this.link === "idle") this.returning = this.hasBegun;
    this.stream.start();
    this.outbox.flush();
  }

  say(text: string): void {
    this.post({ type: "message", text });
  }

  /** Sends files, the text with the first of them. */
  async sayWith(text: string, files: File[]): Promise<void> {
    for (const [index, parcel] of parcels(files).entries()) {
      const id = freshId();
      await this.files.keep(id, parcel);
      this.post({ type: "message", ...(index === 0 && text && { text }) }, id, parcel);
    }
  }

  /** Does what a suggestion is for, but for opening a page. */
  choose(action: CardAction): void {
    const shown = action.displayText ?? action.title ?? "";
    if (action.type === "postBack" || action.type === "messageBack") {
      const text = typeof action.value === "string" ? action.value : (action.text ?? shown);
      this.post({ type: "message", text, ...(typeof action.value === "object" && { value: action.value }), channelData: { [action.type]: { displayText: shown } } });
    } else {
      this.say(String(action.value ?? shown));
    }
  }

  async discard(id: string): Promise<void> {
    await this.files.forget(id);
    this.outbox.remove(id);
  }

  /** Says that the customer is writing; at most every three seconds. */
  noteTyping(): void {
    const session = this.sessions.current;
    if (!session || this.link !== "online" || Date.now() - this.typedAt < TYPING_EVERY) return;
    this.typedAt = Date.now();
    // Lost typing is no loss.
    this.server.send(session.token, session.conversation, { type: "typing", from: { id: session.user } }).catch(() => undefined);
  }

  /** Removes the conversation from this device. */
  clear(): void {
    for (const message of this.outbox.messages) void this.files.forget(message.id);
    this.outbox.clear();
    this.sessions.forget();
    this.empty();
    this.tabs?.postMessage("cleared");
  }

  close(): void {
    removeEventListener("online", this.kick);
    removeEventListener("offline", this.kick);
    document.removeEventListener("visibilitychange", this.kick);
    this.tabs?.close();
    this.stream.stop();
  }

  private post(activity: Activity, id = freshId(), files: File[] = []): void {
    const written = { ...activity, locale: this.wishes.locale(), channelData: { ...activity.channelData, clientActivityID: id } };
    this.outbox.add({ id, activity: written, files: files.map(({ name, type, size }) => ({ name, type, size })) });
  }

  /** Sends one message, with another token where the first is refused. */
  private async send(message: Outgoing): Promise<void> {
    if (!this.stream.opened) throw new ServerError(0, "not-open", "The conversation is not open yet");
    const session = await this.sessions.valid();
    try {
      await this.sendAs(session, message);
    } catch (failure) {
      if (!(failure instanceof ServerError)) throw failure;
      if (failure.status === 404) this.stream.reopen();
      if (!failure.wantsToken) throw failure;
      const renewed = await this.sessions.replace(session.token);
      if (renewed.conversation !== session.conversation) {
        this.stream.reopen();
        throw failure;
      }
      await this.sendAs(renewed, message);
    } finally {
      this.progress.delete(message.id);
    }
    if (message.files.length > 0) void this.files.forget(message.id);
  }

  private async sendAs(session: Session, message: Outgoing): Promise<void> {
    const activity = {
      ...message.activity,
      from: { id: session.user },
      textFormat: "plain",
      localTimestamp: new Date(message.at).toISOString(),
      localTimezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    };
    if (message.files.length === 0) {
      await this.server.send(session.token, session.conversation, activity);
      return;
    }
    const files = await this.files.files(message.id);
    if (files.length === 0) throw new FilesLost();
    const attachments = files.map((file) => ({ contentType: file.type || "application/octet-stream", name: file.name }));
    await this.server.upload(session.token, session.conversation, { ...activity, attachments }, files, (share) => {
      this.progress.set(message.id, share);
      this.changed(false);
    });
  }

  private linked(link: Link): void {
    if (link === "online") this.outbox.flush();
    this.changed(false);
  }

  private took(page: Page): void {
    if (page.activities?.some((activity) => activity.type === "typing" && !isOwn(activity))) this.showTyping();
    const fresh = this.transcript.take(page);
    for (const message of this.outbox.messages) if (this.transcript.hasEcho(message.id)) this.outbox.remove(message.id);
    const said = fresh.filter((line) => !isOwn(line));
    const history = this.returning && fresh.length > 0;
    if (fresh.length > 0) this.returning = false;
    if (said.length > 0) {
      this.typing = false;
      this.dispatchEvent(new CustomEvent<Said>("lines", { detail: { lines: said, history } }));
    }
    this.changed(false);
  }

  private showTyping(): void {
    clearTimeout(this.typingTimer);
    this.typing = true;
    this.typingTimer = setTimeout(() => {
      this.typing = false;
      this.changed(false);
    }, TYPING_SHOWN);
  }

  private begunAnew(): void {
    this.anew = true;
    this.outbox.dropAccepted();
  }

  private fromOtherTab(what: "changed" | "cleared"): void {
    if (what === "cleared") this.empty();
    else if (this.hasBegun && this.link === "idle") this.begin();
    this.changed(false);
  }

  private empty(): void {
    this.stream.stop();
    this.transcript.clear();
    this.anew = this.typing = false;
    this.changed(false);
  }

  private readonly kick = (): void => {
    this.stream.kick();
    if (navigator.onLine) this.outbox.flush();
  };

  private changed(tellTabs: boolean): void {
    if (tellTabs) this.tabs?.postMessage("changed");
    this.dispatchEvent(new Event("change"));
  }
}

/** The name of a speaker; servers that have none repeat the id. */
export function nameOf(activity: Activity | undefined): string | null {
  const from = activity?.from;
  return from?.name && from.name !== from.id ? from.name : null;
}
