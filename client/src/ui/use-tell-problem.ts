import { App } from "antd";
import type { Problem } from "../lib/problem.ts";

/** Says in passing why a command was refused that had no form to say it in. */
export function useTellProblem() {
  const { message } = App.useApp();
  return (problem: Problem | undefined) => {
    if (problem) void message.error([problem.message, ...problem.faults.map((fault) => fault.message)].join(" "));
  };
}
