import { ref, shallowRef } from "vue";
import type { Api } from "../wire/api";
import { Problem } from "../wire/problem";
import type { Me, Presence } from "../wire/types";

/** Who is signed in. */
export function createSession(api: Api) {
  const me = shallowRef<Me | null>(null);
  /** Whether the session ended by itself, which the sign-in page tells. */
  const ended = ref(false);

  /** Asks once at the start; whoever isn't signed in is nobody, and that is no error. */
  async function begin(): Promise<void> {
    try {
      me.value = await api.me();
    } catch (thrown) {
      if (Problem.of(thrown).status !== 401) throw thrown;
    }
  }

  async function signIn(name: string, password: string, code?: string): Promise<void> {
    me.value = await api.signIn(name, password, code);
    ended.value = false;
  }

  async function accept(token: string, name: string, password: string): Promise<void> {
    me.value = await api.acceptInvitation(token, name, password);
  }

  async function signOut(): Promise<void> {
    await api.signOut();
    me.value = null;
  }

  function end(): void {
    ended.value = me.value !== null;
    me.value = null;
  }

  async function setPresence(presence: Presence): Promise<void> {
    await api.setPresence(presence);
    if (me.value) me.value = { ...me.value, presence };
  }

  async function again(): Promise<void> {
    me.value = await api.me();
  }

  return { me, ended, begin, signIn, accept, signOut, end, setPresence, again };
}

export type SessionState = ReturnType<typeof createSession>;
