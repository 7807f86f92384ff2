import { type HubConnection, HubConnectionBuilder, HttpTransportType, LogLevel } from "@microsoft/signalr";
import { ref } from "vue";
import type { ChatRef, ChatSummary, Load, PersonRef } from "./types";

/** What the server tells without being asked. */
export interface HubNews {
  chat: ChatSummary;
  typing: ChatRef & { who: "customer" | "person"; name: string };
  looking: ChatRef & { people: PersonRef[] };
  people: Load[];
  signedOut: null;
  /** Said by the hub itself: it is connected again, and whoever shows something reads it again. */
  again: null;
}

type Hearer<K extends keyof HubNews> = (news: HubNews[K]) => void;

const WAITS = [0, 1_000, 2_000, 5_000, 10_000];

/** How long to wait before the next attempt; a little apart for each desk, so that not all come back in the same moment. */
const waitFor = (attempt: number) => (WAITS[attempt] ?? 15_000) * (0.8 + 0.4 * Math.random());

/** The live line to the server. It never gives up while it is wanted. */
export function createHub() {
  const state = ref<"off" | "connecting" | "on" | "lost">("off");
  const hearers = new Map<keyof HubNews, Set<Hearer<never>>>();
  let connection: HubConnection | null = null;

  function tell<K extends keyof HubNews>(name: K, news: HubNews[K]): void {
    hearers.get(name)?.forEach((hear) => (hear as Hearer<K>)(news));
  }

  /** Hears one kind of news; the answer ends it. */
  function hear<K extends keyof HubNews>(name: K, hearer: Hearer<K>): () => void {
    const all = hearers.get(name) ?? new Set();
    hearers.set(name, all.add(hearer as Hearer<never>));
    return () => all.delete(hearer as Hearer<never>);
  }

  function start(): void {
    if (connection) return;
    const made = new HubConnectionBuilder()
      .withUrl("/desk/hub", { transport: HttpTransportType.WebSockets, skipNegotiation: true })
      .withAutomaticReconnect({ nextRetryDelayInMilliseconds: (context) => waitFor(context.previousRetryCount) })
      .configureLogging(LogLevel.None)
      .build();
    for (const name of ["chat", "typing", "looking", "people", "signedOut"] as const) made.on(name, (news) => tell(name, news as never));
    made.onreconnecting(() => (state.value = "lost"));
    made.onreconnected(() => {
      state.value = "on";
      tell("again", null);
    });
    connection = made;
    state.value = "connecting";
    void connect(made, 0);
  }

  async function connect(made: HubConnection, attempt: number): Promise<void> {
    if (connection !== made) return;
    try {
      await made.start();
      state.value = "on";
      tell("again", null);
    } catch {
      if (attempt > 0) state.value = "lost";
      setTimeout(() => void connect(made, attempt + 1), waitFor(attempt + 1));
    }
  }

  async function stop(): Promise<void> {
    const was = connection;
    connection = null;
    state.value = "off";
    await was?.stop();
  }

  function say(method: string, ...values: unknown[]): void {
    if (state.value === "on") connection?.send(method, ...values).catch(() => undefined);
  }

  return {
    state,
    hear,
    start,
    stop,
    look: (channel: string | null, conversation: string | null) => say("Look", channel, conversation),
    typing: (of: ChatRef) => say("Typing", of.channel, of.conversation),
  };
}

export type Hub = ReturnType<typeof createHub>;
