import { onScopeDispose, ref, shallowRef, watch } from "vue";
import { Problem } from "../wire/problem";
import { type CaseFile, type ChatRef, keyOf } from "../wire/types";
import { useDesk } from "./desk";

const CALM = 800;

/** The file of a chat's case, kept true while it is looked at. */
export function useCaseFile(of: ChatRef) {
  const desk = useDesk();
  const file = shallowRef<CaseFile | null>(null);
  const problem = ref<Problem | null>(null);
  let due: ReturnType<typeof setTimeout> | undefined;

  async function read(): Promise<void> {
    try {
      file.value = await desk.api.caseFile(of);
      problem.value = null;
    } catch (thrown) {
      problem.value = Problem.of(thrown);
    }
  }

  function readSoon(): void {
    clearTimeout(due);
    due = setTimeout(() => void read(), CALM);
  }

  const ends = [desk.hub.hear("chat", (news) => keyOf(news) === keyOf(of) && readSoon()), desk.hub.hear("again", readSoon)];
  watch(() => desk.settings.language, readSoon);
  onScopeDispose(() => {
    clearTimeout(due);
    ends.forEach((end) => end());
  });
  void read();
  return { file, problem, read };
}
