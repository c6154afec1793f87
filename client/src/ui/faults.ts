import type { FormInstance } from "antd";
import type { Fault, Problem } from "../lib/problem.ts";

/** Marks the fields of the form that the server names, and gives back the problem with the faults that no field shows. */
export function markFaults(form: Pick<FormInstance, "getFieldsError" | "setFields">, problem: Problem): Problem {
  const known = new Set(form.getFieldsError().map(({ name }) => name.join(".")));
  const shown = (fault: Fault) => known.has(fieldOf(fault).join("."));
  for (const faults of byField(problem.faults.filter(shown)))
    form.setFields([{ name: fieldOf(faults[0]!), errors: faults.map((fault) => fault.message) }]);
  return { ...problem, faults: problem.faults.filter((fault) => !shown(fault)) };
}

export const fieldOf = ({ path }: Pick<Fault, "path">) => (path[0] === "input" ? path.slice(1) : path);

function byField(faults: readonly Fault[]): Fault[][] {
  const fields = new Map<string, Fault[]>();
  for (const fault of faults) {
    const key = fieldOf(fault).join(".");
    fields.set(key, [...(fields.get(key) ?? []), fault]);
  }
  return [...fields.values()];
}
