import type { Problem } from "../lib/problem.ts";
import { type Question, useConfirm } from "./use-confirm.ts";
import { useTellProblem } from "./use-tell-problem.ts";

/** Asks, does it after a yes, and says why it was refused. */
export function useConfirmed() {
  const confirm = useConfirm();
  const tell = useTellProblem();
  return async (question: Question, act: () => Promise<{ problem?: Problem | undefined }>) => {
    if (await confirm(question)) tell((await act()).problem);
  };
}
