import { hourOf } from "../logic/time";
import type { Problem } from "../wire/problem";
import { language, t } from "./texts";

/** A problem as a sentence with what to do: the server's, which knows the case, else ours. */
export function sentenceFor(problem: Problem): string {
  if (problem.code === "locked" && problem.until) return t("lockedUntil", { time: hourOf(problem.until, language.value) });
  if (problem.code === "offline") return t("problem-offline");
  if (problem.detail && problem.status > 0 && problem.code !== "unexpected") return problem.detail;
  return problem.status >= 500 ? t("problem-server") : t("problem-unexpected");
}
