import type { Locking } from "./locks";
import type { Memory } from "./memory";
import { type Server, ServerError } from "./server";

/** A conversation and the right to hold it. */
export interface Session {
  conversation: string;
  user: string;
  token: string;
  /** When half of the token's life is over, in milliseconds since 1970: time for another. */
  renewAt: number;
  /** Whether the server has the conversation already. */
  started?: boolean;
  /** What a new token is to be had with after this one has run out. */
  resume: string;
}

const NAME = "session";

/** Gets and keeps the right to hold the conversation, once for all tabs. */
export class Sessions {
  constructor(
    private readonly server: Pick<Server, "issue" | "refresh">,
    private readonly memory: Memory,
    private readonly lock: Locking,
    private readonly wish: () => { locale: string; playbook?: string },
    private readonly now: () => number = Date.now,
  ) {}

  /** The session there is; null before the first word. */
  get current(): Session | null {
    return this.memory.get<Session>(NAME);
  }

  /** The session with a token that should still do. */
  async valid(): Promise<Session> {
    const session = this.current;
    if (session && session.renewAt > this.now()) return session;
    return this.lock(NAME, () => this.renew(session?.token));
  }

  /** The session with another token than the one that was refused. */
  replace(refused: string): Promise<Session> {
    return this.lock(NAME, () => this.issue(refused));
  }

  /** Takes the token that opening the conversation has given. */
  opened(token: string, seconds: number): void {
    const session = this.current;
    if (session) this.keep({ ...session, token, renewAt: this.half(seconds), started: true });
  }

  forget(): void {
    this.memory.remove(NAME);
  }

  private async renew(old: string | undefined): Promise<Session> {
    const session = this.current;
    if (!session) return this.issue(undefined);
    if (session.token !== old) return session;
    try {
      const { token, expires_in: seconds } = await this.server.refresh(session.token);
      return this.keep({ ...session, token, renewAt: this.half(seconds) });
    } catch (failure) {
      if (failure instanceof ServerError && failure.wantsToken) return this.issue(session.token);
      throw failure;
    }
  }

  private async issue(refused: string | undefined): Promise<Session> {
    const session = this.current;
    if (session && session.token !== refused) return session;
    const issued = await this.server.issue({ ...this.wish(), ...(session && { resume: session.resume }) });
    return this.keep({
      ...(session?.conversation === issued.conversationId && { started: session.started ?? false }),
      conversation: issued.conversationId,
      user: issued.userId,
      token: issued.token,
      renewAt: this.half(issued.expires_in),
      resume: issued.resume,
    });
  }

  private keep(session: Session): Session {
    this.memory.set(NAME, session);
    return session;
  }

  private half(seconds: number): number {
    return this.now() + seconds * 500;
  }
}
