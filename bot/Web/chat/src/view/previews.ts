import type { Outgoing } from "../talk/outbox";

/** Pictures of files that are still on their way, by the message they go with. */
export class Previews {
  private readonly known = new Map<string, string[]>();

  /**
   * @param read gives the files of a message
   * @param made is told when there is one more to show
   */
  constructor(
    private readonly read: (id: string) => Promise<Blob[]>,
    private readonly made: () => void,
  ) {}

  /** The address of a picture; null until it is made. */
  of(message: Outgoing, index: number): string | null {
    const known = this.known.get(message.id);
    if (known) return known[index] ?? null;
    this.known.set(message.id, []);
    void this.read(message.id).then((files) => {
      this.known.set(message.id, files.map((file) => URL.createObjectURL(file)));
      this.made();
    });
    return null;
  }

  /** Lets go of what has left. */
  keep(outgoing: readonly Outgoing[]): void {
    for (const [id, addresses] of this.known) {
      if (outgoing.some((message) => message.id === id)) continue;
      for (const address of addresses) URL.revokeObjectURL(address);
      this.known.delete(id);
    }
  }
}
