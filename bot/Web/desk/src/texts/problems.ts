import { hourOf } from "../logic/time";
import type { Problem } from "../wire/problem";
import { language, named, t } from "./texts";

/** A problem as a sentence with what to do: ours where we know the code, else the server's. */
export function sentenceFor(problem: Problem): string {
  if (problem.code === "locked" && problem.until) return t("lockedUntil", { time: hourOf(problem.until, language.value) });
  const ours = named("problem", problem.code);
  if (ours) return ours;
  if (problem.detail) return problem.detail;
  return problem.status >= 500 ? t("problem-server") : t("problem-unexpected");
}
