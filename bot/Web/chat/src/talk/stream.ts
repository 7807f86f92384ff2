import { type Opened, type Server, ServerError } from "./server";
import type { Session, Sessions } from "./session";
import type { Transcript } from "./transcript";
import type { Page } from "./wire";

/** How it stands with the connection. */
export type Link = "idle" | "connecting" | "online" | "offline" | "reconnecting" | "unreachable";

export interface StreamEvents {
  link(link: Link): void;
  page(page: Page): void;
  /** The conversation is another one than before. */
  begunAnew(): void;
}

const FIRST_WAIT = 500;
const LONGEST_WAIT = 15_000;
/** The server sends something at least every 20 seconds. */
const SILENCE = 45_000;
const POLL_EVERY = 3_000;
const POLL_FOR = 60_000;
const PATIENT_TRIES = 3;

/** Keeps up with the conversation: over a socket, or by asking where no socket gets through. It reads on from its watermark. */
export class Stream {
  private running = false;
  private tries = 0;
  private deadSockets = 0;
  private conversation: string | null = null;
  private socket: WebSocket | null = null;
  private wake: () => void = () => undefined;

  /** Whether the conversation has been opened on this page. */
  opened = false;
  link: Link = "idle";

  constructor(
    private readonly server: Server,
    private readonly sessions: Sessions,
    private readonly transcript: Transcript,
    private readonly events: StreamEvents,
  ) {}

  start(): void {
    if (this.running) return;
    this.running = true;
    this.say("connecting");
    void this.run();
  }

  stop(): void {
    this.running = this.opened = false;
    this.conversation = null;
    this.socket?.close();
    this.wake();
    this.say("idle");
  }

  /** The network is said to have changed: tries at once. */
  kick(): void {
    if (!this.running) return;
    if (navigator.onLine && this.link !== "online") {
      this.tries = 0;
      this.wake();
    } else if (!navigator.onLine) {
      this.socket?.close();
      this.say("offline");
    }
  }

  /** The conversation is gone or another: opens it afresh. */
  reopen(): void {
    this.opened = false;
    this.socket?.close();
    this.wake();
  }

  private async run(): Promise<void> {
    while (this.running) {
      try {
        const opened = await this.open();
        this.opened = true;
        await (this.deadSockets < 2 ? this.listen(opened.streamUrl) : this.poll());
      } catch (failure) {
        this.explain(failure);
      }
      if (!this.running) return;
      this.tries++;
      this.say(!navigator.onLine ? "offline" : this.tries > PATIENT_TRIES ? "unreachable" : this.opened ? "reconnecting" : "connecting");
      await this.pause(Math.min(FIRST_WAIT * 2 ** (this.tries - 1), LONGEST_WAIT) * (0.75 + Math.random() / 2));
    }
  }

  private async open(): Promise<Opened> {
    let session = await this.sessions.valid();
    try {
      return this.took(await this.openAs(session));
    } catch (failure) {
      if (!(failure instanceof ServerError && failure.wantsToken)) throw failure;
      session = await this.sessions.replace(session.token);
      return this.took(await this.openAs(session));
    }
  }

  private async openAs({ conversation, token, started }: Session): Promise<Opened> {
    if (this.conversation !== null && this.conversation !== conversation) this.anew();
    this.conversation = conversation;
    if (!started) return this.server.start(token);
    try {
      return await this.server.reconnect(token, conversation, this.transcript.watermark);
    } catch (failure) {
      if (!(failure instanceof ServerError && failure.status === 404)) throw failure;
      if (this.transcript.lines.length > 0) this.anew();
      return this.server.start(token);
    }
  }

  private took(opened: Opened): Opened {
    this.sessions.opened(opened.token, opened.expires_in);
    return opened;
  }

  private anew(): void {
    this.transcript.clear();
    this.events.begunAnew();
  }

  /** Listens until the socket is closed. */
  private listen(address: string): Promise<void> {
    return new Promise((resolve) => {
      const socket = new WebSocket(address);
      let first = true;
      let watchdog: ReturnType<typeof setTimeout> | undefined;
      const heard = () => {
        clearTimeout(watchdog);
        watchdog = setTimeout(() => end(), SILENCE);
      };
      const end = () => {
        clearTimeout(watchdog);
        if (this.socket === socket) this.socket = null;
        socket.onmessage = socket.onclose = socket.onerror = socket.onopen = null;
        socket.close();
        if (first && navigator.onLine) this.deadSockets++;
        resolve();
      };
      this.socket = socket;
      heard();
      socket.onclose = socket.onerror = end;
      socket.onopen = heard;
      socket.onmessage = (event: MessageEvent<string>) => {
        heard();
        if (event.data === "") return;
        this.events.page(JSON.parse(event.data) as Page);
        if (!first) return;
        first = false;
        this.tries = this.deadSockets = 0;
        this.say("online");
      };
    });
  }

  /** Asks for a while, and then leaves it to a socket again. */
  private async poll(): Promise<void> {
    const end = Date.now() + POLL_FOR;
    while (this.running && Date.now() < end) {
      const session = await this.sessions.valid();
      if (session.conversation !== this.conversation) return;
      this.events.page(await this.server.read(session.token, session.conversation, this.transcript.watermark));
      this.tries = 0;
      this.say("online");
      await this.pause(POLL_EVERY);
    }
    this.deadSockets = 1;
  }

  private pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private say(link: Link): void {
    if (this.link === link) return;
    this.link = link;
    this.events.link(link);
  }

  /** For whoever puts the widget into a page; customers are told by the banner. */
  private explain(failure: unknown): void {
    if (failure instanceof ServerError && failure.passes && failure.status !== 0) return;
    if (this.tries !== PATIENT_TRIES || !navigator.onLine) return;
    console.warn(`complaint-chat: ${this.server.root} can't be used from ${location.origin}. Is it running, and is this origin among DirectLine:Sites:...:Origins?`, failure);
  }
}
