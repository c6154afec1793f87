import type { Duty, DutyLineFieldsFragment, GridKind, UnitKind } from "@maple-bridge/schema/documents";
import { duties, gridKinds } from "../../lib/glossary.ts";
import { oneOf } from "../../lib/url-state.ts";

export type Line = DutyLineFieldsFragment;

export const unitKinds = ["STATION", "COMMAND_ROOM", "DESK", "POLICE_ROOM"] as const satisfies readonly UnitKind[];
export const levels = [2, 3] as const;

/** Whose lines they are, whatever part of a duty's grids they are about. */
export const heads = [...unitKinds, ...duties] as const;
export type Head = (typeof heads)[number];

export interface Owner {
  duty: Duty | null;
  gridKind: GridKind | null;
  level: number | null;
  unitKind: UnitKind | null;
}

/** The same in all revisions of a line, and in a station's own in the bureau's place. */
export const keyOf = ({ owner, code }: Pick<Line, "owner" | "code">) => `${owner}/${code}`;

export const headOf = ({ duty, unitKind }: Pick<Owner, "duty" | "unitKind">) => (duty ?? unitKind) as Head;

/** Of the head, and of a part of a duty's grids: `VILLAGE`, `2`. */
export function ownerFrom(head: Head | undefined, part?: string | null): Owner {
  const duty = oneOf(head, duties) ?? null;
  const level = levels.find((each) => String(each) === part) ?? null;
  return {
    duty,
    gridKind: (duty && oneOf(part, gridKinds)) ?? null,
    level: duty && level,
    unitKind: oneOf(head, unitKinds) ?? null,
  };
}

/** What the address says is open, as `RESPONSIBLE_OFFICER.2/SOLVE`; undefined for what is no key. */
export function lineIn(key: string | undefined): (Owner & { code: string }) | undefined {
  const [owner = "", code] = key?.split("/") ?? [];
  const [head, part] = owner.split(".");
  const known = oneOf(head, heads);
  return known && code ? { ...ownerFrom(known, part), code } : undefined;
}

export const isFound = ({ title, text, code }: Pick<Line, "title" | "text" | "code">, sought: string) =>
  [title, text ?? "", code].some((each) => each.toLowerCase().includes(sought.trim().toLowerCase()));

/** How a line stands at the station that is shown. */
export type Standing = "BUREAU" | "OWN" | "INSTEAD" | "SET_ASIDE";

export function standingOf(line: Pick<Line, "isOfBureau" | "isSetAside">, isBureausToo: boolean): Standing {
  if (line.isOfBureau) return "BUREAU";
  if (line.isSetAside) return "SET_ASIDE";
  return isBureausToo ? "INSTEAD" : "OWN";
}
