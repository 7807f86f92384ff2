/** What the widget keeps on the device, under one prefix for each server and business. */
export interface Memory {
  get<T>(name: string): T | null;
  set(name: string, value: unknown): void;
  remove(name: string): void;
  /** Names that begin so. */
  names(beginning: string): string[];
}

/** The device's storage; where the browser forbids it, the page's own for as long as it is open. */
export function memoryOf(prefix: string, storage: Storage | null = usable()): Memory {
  const instead = new Map<string, string>();
  const read = (key: string) => storage?.getItem(key) ?? instead.get(key) ?? null;
  return {
    get<T>(name: string): T | null {
      try {
        return JSON.parse(read(prefix + name) ?? "null") as T | null;
      } catch {
        return null;
      }
    },
    set(name, value) {
      const text = JSON.stringify(value);
      try {
        if (!storage) throw new Error("none");
        storage.setItem(prefix + name, text);
      } catch {
        instead.set(prefix + name, text);
      }
    },
    remove(name) {
      storage?.removeItem(prefix + name);
      instead.delete(prefix + name);
    },
    names(beginning) {
      const keys = [...instead.keys(), ...(storage ? Object.keys(storage) : [])];
      return [...new Set(keys)].filter((key) => key.startsWith(prefix + beginning)).map((key) => key.slice(prefix.length));
    },
  };
}

function usable(): Storage | null {
  try {
    const storage = window.localStorage;
    storage.setItem("complaint-chat", "");
    storage.removeItem("complaint-chat");
    return storage;
  } catch {
    return null;
  }
}

/** Files that wait to be sent, since texts alone fit into the other storage. A browser that has none loses them at a reload. */
export class FileMemory {
  private readonly instead = new Map<string, File[]>();
  private opening: Promise<IDBDatabase> | null = null;

  constructor(private readonly prefix: string) {}

  async keep(id: string, files: File[]): Promise<void> {
    this.instead.set(id, files);
    await this.within("readwrite", (store) => store.put(files, this.prefix + id)).catch(() => undefined);
  }

  async files(id: string): Promise<File[]> {
    const here = this.instead.get(id);
    if (here) return here;
    const kept = await this.within<File[] | undefined>("readonly", (store) => store.get(this.prefix + id)).catch(() => undefined);
    if (kept) this.instead.set(id, kept);
    return kept ?? [];
  }

  async forget(id: string): Promise<void> {
    this.instead.delete(id);
    await this.within("readwrite", (store) => store.delete(this.prefix + id)).catch(() => undefined);
  }

  private async within<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest): Promise<T> {
    const database = await (this.opening ??= open());
    return new Promise<T>((resolve, reject) => {
      const transaction = database.transaction("files", mode);
      const request = work(transaction.objectStore("files"));
      transaction.oncomplete = () => resolve(request.result as T);
      transaction.onerror = transaction.onabort = () => reject(transaction.error ?? new Error("aborted"));
    });
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("complaint-chat", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("files");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("no database"));
  });
}
