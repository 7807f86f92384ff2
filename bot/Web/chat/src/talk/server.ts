import type { Activity, Page } from "./wire";

/** The server refused, or could not be reached (status 0). */
export class ServerError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    /** Seconds to wait, as the server says. */
    readonly retryAfter?: number,
  ) {
    super(message);
  }

  /** Whether the same may succeed later. */
  get passes(): boolean {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }

  /** Whether another token may help. */
  get wantsToken(): boolean {
    return this.status === 401 || this.status === 403;
  }
}

export interface Issued {
  token: string;
  expires_in: number;
  userId: string;
  conversationId: string;
  resume: string;
}

export interface Opened {
  conversationId: string;
  token: string;
  expires_in: number;
  streamUrl: string;
}

const PATIENCE = 20_000;

/** The calls of the widget. A token goes in the header and nowhere else. */
export class Server {
  constructor(readonly root: string) {}

  issue(request: { locale: string; playbook?: string; resume?: string }): Promise<Issued> {
    return this.call("POST", "/chat/token", null, request);
  }

  refresh(token: string): Promise<{ token: string; expires_in: number }> {
    return this.call("POST", "/v3/directline/tokens/refresh", token);
  }

  start(token: string): Promise<Opened> {
    return this.call("POST", "/v3/directline/conversations", token, {});
  }

  reconnect(token: string, conversation: string, watermark: string): Promise<Opened> {
    return this.call("GET", `${path(conversation)}?watermark=${encodeURIComponent(watermark)}`, token);
  }

  read(token: string, conversation: string, watermark: string): Promise<Page> {
    return this.call("GET", `${path(conversation)}/activities?watermark=${encodeURIComponent(watermark)}`, token);
  }

  send(token: string, conversation: string, activity: Activity): Promise<{ id: string }> {
    return this.call("POST", `${path(conversation)}/activities`, token, activity);
  }

  /** Sends files with their message. Fetch tells nothing of progress, so this is the older way. */
  upload(token: string, conversation: string, activity: Activity, files: File[], progress: (share: number) => void): Promise<{ id: string }> {
    const form = new FormData();
    form.append("activity", new Blob([JSON.stringify(activity)], { type: "application/vnd.microsoft.activity" }), "blob");
    for (const file of files) form.append("file", file, file.name);
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open("POST", `${this.root}${path(conversation)}/upload`);
      request.setRequestHeader("Authorization", `Bearer ${token}`);
      request.timeout = 180_000;
      request.upload.onprogress = (event) => event.lengthComputable && progress(event.loaded / event.total);
      request.onload = () => {
        if (request.status === 200) resolve(JSON.parse(request.responseText) as { id: string });
        else reject(refused(request.status, request.responseText, request.getResponseHeader("Retry-After")));
      };
      request.onerror = request.ontimeout = () => reject(unreachable("upload"));
      request.send(form);
    });
  }

  private async call<T>(method: string, address: string, token: string | null, body?: unknown): Promise<T> {
    const headers: Record<string, string> = {};
    if (token) headers["Authorization"] = `Bearer ${token}`;
    if (body !== undefined) headers["Content-Type"] = "application/json";
    let answer: Response;
    let text: string;
    try {
      answer = await fetch(this.root + address, {
        method,
        headers,
        body: body === undefined ? null : JSON.stringify(body),
        credentials: "omit",
        cache: "no-store",
        signal: AbortSignal.timeout(PATIENCE),
      });
      text = await answer.text();
    } catch (failure) {
      throw unreachable(String(failure));
    }
    if (!answer.ok) throw refused(answer.status, text, answer.headers.get("Retry-After"));
    return JSON.parse(text) as T;
  }
}

function path(conversation: string): string {
  return `/v3/directline/conversations/${encodeURIComponent(conversation)}`;
}

function unreachable(why: string): ServerError {
  return new ServerError(0, "unreachable", why);
}

function refused(status: number, body: string, retryAfter: string | null): ServerError {
  let said: { error?: { code?: string; message?: string } } = {};
  try {
    said = JSON.parse(body) as typeof said;
  } catch {
    // A proxy in between answers in HTML.
  }
  const seconds = Number(retryAfter);
  return new ServerError(status, said.error?.code ?? "", said.error?.message ?? "", seconds > 0 ? seconds : undefined);
}
