import { Problem } from "../wire/problem";

const WAITS = [1_000, 2_000, 4_000, 8_000];

/**
 * Tries until the server has answered, the same thing each time: what is tried carries its own id, so that the server does it once.
 * Gives up after five attempts, or at once when the server refuses for good.
 */
export async function insist<T>(attempt: () => Promise<T>, pause: (ms: number) => Promise<void> = wait): Promise<T> {
  for (let tried = 0; ; tried++) {
    try {
      return await attempt();
    } catch (thrown) {
      const problem = Problem.of(thrown);
      const ms = WAITS[tried];
      if (!problem.passing || ms === undefined) throw problem;
      await pause(ms);
    }
  }
}

const wait = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));
