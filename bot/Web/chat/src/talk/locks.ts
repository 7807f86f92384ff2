/** Runs work that no other tab may do at the same time. Without TLS browsers have no locks; then only this tab waits its turn. */
export type Locking = <T>(name: string, work: () => Promise<T>) => Promise<T>;

export function lockingOf(prefix: string): Locking {
  if (navigator.locks) return async (name, work) => await navigator.locks.request(prefix + name, work);
  return turns();
}

/** Locks within one page. */
export function turns(): Locking {
  const last = new Map<string, Promise<unknown>>();
  return (name, work) => {
    const turn = (last.get(name) ?? Promise.resolve()).then(work, work);
    last.set(name, turn.catch(() => undefined));
    return turn;
  };
}
