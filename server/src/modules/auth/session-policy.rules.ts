import type { FieldFault } from "#kernel/errors";

const ranges = { idleMinutes: [5, 1440], hours: [1, 168] } as const;

export function sessionPolicyFaults(policy: Record<keyof typeof ranges, number>): FieldFault[] {
  return (Object.keys(ranges) as (keyof typeof ranges)[]).flatMap((field) => {
    const [least, most] = ranges[field];
    const isWithin = policy[field] >= least && policy[field] <= most;
    return isWithin ? [] : [{ path: ["input", field], code: "OUT_OF_RANGE", params: { least, most } }];
  });
}
