import { type Problem, wordsOf } from "../lib/problem.ts";
import { sayRefused } from "../lib/telling.ts";

/** Says in passing why a command was refused that had no form to say it in. */
export function useTellProblem() {
  return (problem: Problem | undefined) => {
    if (!problem) return;
    const { title, told } = wordsOf(problem);
    sayRefused([title, ...told].join(" "));
  };
}
