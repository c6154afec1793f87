import { App } from "antd";
import { type Problem, wordsOf } from "../lib/problem.ts";

/** Says in passing why a command was refused that had no form to say it in. */
export function useTellProblem() {
  const { message } = App.useApp();
  return (problem: Problem | undefined) => {
    if (!problem) return;
    const { title, told } = wordsOf(problem);
    void message.error([title, ...told].join(" "));
  };
}
