/** What the server refuses, or why it can't be reached: a code for the page and a sentence for people. */
export class Problem extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    readonly detail: string | null = null,
    readonly until: string | null = null,
  ) {
    super(detail ?? code);
  }

  /** Whether trying the same again may help. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }

  /** Anything that was thrown, as a problem. */
  static of(thrown: unknown): Problem {
    return thrown instanceof Problem ? thrown : new Problem("unexpected", 400, thrown instanceof Error ? thrown.message : null);
  }

  /** An answer that is no success. */
  static async from(answer: Response): Promise<Problem> {
    const body: unknown = await answer.json().catch(() => null);
    const said = (key: string) => {
      const value = body && typeof body === "object" ? (body as Record<string, unknown>)[key] : null;
      return typeof value === "string" ? value : null;
    };
    return new Problem(said("code") ?? `http-${answer.status}`, answer.status, said("detail"), said("until"));
  }
}
