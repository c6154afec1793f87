import { useState } from "react";
import type { Problem } from "../../lib/problem.ts";
import { fieldOf } from "../../ui/faults.ts";

export type FaultsByField = Record<string, readonly string[]>;

/** What is wrong with each field of a form, and what no field shows. */
export function useFaults(fields: readonly string[]) {
  const [faults, setFaults] = useState<FaultsByField>({});
  const [problem, setProblem] = useState<Problem>();

  /** Whether nothing is wrong; else the first such field takes the focus. */
  function check(found: FaultsByField, form: HTMLFormElement) {
    setFaults(found);
    setProblem(undefined);
    return !focusFirst(found, form);
  }
  function refuse(refused: Problem, form: HTMLFormElement) {
    const nameOf = (fault: Problem["faults"][number]) => fieldOf(fault).join(".");
    const shown = refused.faults.filter((fault) => fields.includes(nameOf(fault)));
    const found: Record<string, string[]> = {};
    for (const fault of shown) (found[nameOf(fault)] ??= []).push(fault.message);
    setFaults(found);
    setProblem({ ...refused, faults: refused.faults.filter((fault) => !shown.includes(fault)) });
    focusFirst(found, form);
  }
  return { faults, problem, check, refuse };
}

function focusFirst(faults: FaultsByField, form: HTMLFormElement) {
  const first = [...form.elements].find(
    (element): element is HTMLInputElement =>
      element instanceof HTMLInputElement && (faults[element.name]?.length ?? 0) > 0,
  );
  first?.focus();
  return first !== undefined;
}
