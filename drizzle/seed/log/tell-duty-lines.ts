import type { Draft } from "../draft.ts";
import { administrator, type Deed, type Log, tell } from "./log.ts";

/** The lines of each preset that was set, in one command. */
export function tellDutyLines(log: Log): void {
  const { dutyLines } = log.draft;
  for (const at of new Set(dutyLines.map(({ startsAt }) => startsAt)))
    tell(log, new Date(at), administrator, ...dutyLines.filter(({ startsAt }) => startsAt === at).map(lineSet));
}

const lineSet = ({ id, ...line }: Draft["dutyLines"][number]): Deed => {
  const { stationId, duty, gridKind, level, unitKind, code, title, text, serves, position, isSetAside } = line;
  return {
    action: "dutyLine.set",
    entity: { type: "DutyLine", id },
    before: null,
    after: { stationId, duty, gridKind, level, unitKind, code, title, text, serves, position, isSetAside },
  };
};
