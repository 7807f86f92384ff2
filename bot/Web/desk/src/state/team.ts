import { ref, shallowRef } from "vue";
import type { Api } from "../wire/api";
import type { Hub } from "../wire/hub";
import { Problem } from "../wire/problem";
import type { Load } from "../wire/types";

/** Who is there and how much they have to do. */
export function createTeam(api: Api, hub: Hub) {
  const people = shallowRef<Load[]>([]);
  const problem = ref<Problem | null>(null);
  let wanted = false;

  async function read(): Promise<void> {
    wanted = true;
    try {
      people.value = await api.load();
      problem.value = null;
    } catch (thrown) {
      problem.value = Problem.of(thrown);
    }
  }

  hub.hear("people", (all) => (people.value = all));
  hub.hear("again", () => (wanted ? void read() : undefined));
  return { people, problem, read };
}
