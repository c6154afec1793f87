import type { MemberKind } from "./words.ts";

/** Before the numbers of members who have no badge, by kind: FJ-0001 is the first auxiliary, 辅警. */
export const numberPrefixes: Record<MemberKind, string> = {
  OFFICER: "MJ",
  AUXILIARY: "FJ",
  MEDIATOR: "TJ",
  SECURITY_DIRECTOR: "ZB",
  GRID_WORKER: "WG",
  VOLUNTEER: "YJ",
  LAWYER: "LS",
};

const digits = 4;

/** Goes on after the highest number that is borne, by members who left too and by badges of the file itself. */
export function memberNumbers(badges: Iterable<string>) {
  const last = new Map<string, number>();
  for (const badge of badges) {
    const [, prefix = "", number = ""] = /^([A-Z]{2})-(\d{1,9})$/.exec(badge) ?? [];
    if (prefix) last.set(prefix, Math.max(last.get(prefix) ?? 0, Number(number)));
  }
  return {
    next(kind: MemberKind): string {
      const prefix = numberPrefixes[kind];
      const number = (last.get(prefix) ?? 0) + 1;
      last.set(prefix, number);
      return `${prefix}-${String(number).padStart(digits, "0")}`;
    },
  };
}
