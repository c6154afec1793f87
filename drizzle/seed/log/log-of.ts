import type { Draft } from "../draft.ts";
import type { Entry, Log } from "./log.ts";
import { tellAbsences } from "./tell-absences.ts";
import { tellBeginning } from "./tell-beginning.ts";
import { tellCalendar } from "./tell-calendar.ts";
import { tellDutyLines } from "./tell-duty-lines.ts";
import { tellGrids } from "./tell-grids.ts";
import { firstFiles, memberFile, tellImport } from "./tell-imports.ts";
import { tellListSchemes } from "./tell-list-schemes.ts";
import { tellMembers } from "./tell-members.ts";
import { tellWorkDone } from "./tell-work-done.ts";
import { tellUnits } from "./tell-organisation.ts";
import { tellPosts } from "./tell-posts.ts";
import { tellDutyHolders, tellStandards } from "./tell-standards.ts";

export interface Told {
  /** In order of time. */
  entries: Entry[];
  importRuns: ReturnType<typeof tellImport>[];
  accountsMadeAt: Map<string, Date>;
  calendarPublishedAt: Date;
}

/** What the audit log tells of how the bureau's rows came to be as they are. */
export function logOf(draft: Draft): Told {
  const log: Log = { draft, entries: [], knownSince: new Map(), commands: 0 };
  const accountsMadeAt = tellBeginning(log);
  const files = [
    ...firstFiles(draft),
    ...draft.laterFiles.map(({ fileName, on, memberIds }) => memberFile(fileName, on, memberIds.length, 0)),
  ];
  const importRuns = files.map((file) => tellImport(log, file));
  tellStandards(log);
  tellDutyHolders(log);
  const calendarPublishedAt = tellCalendar(log);
  tellDutyLines(log);
  tellListSchemes(log);
  tellUnits(log);
  tellGrids(log);
  tellMembers(log, new Set(draft.laterFiles.flatMap(({ memberIds }) => memberIds)));
  tellAbsences(log);
  tellPosts(log);
  tellWorkDone(log);
  return {
    entries: log.entries.toSorted((one, other) => one.at.getTime() - other.at.getTime()),
    importRuns,
    accountsMadeAt,
    calendarPublishedAt,
  };
}

/** How often each row was changed since it was made. */
export function changesOf({ entries }: Told): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { entity } of entries.filter(({ action }) => isChange(action)))
    counts.set(entity.id, (counts.get(entity.id) ?? 0) + 1);
  return counts;
}

const isChange = (action: string) =>
  /^(grid|unit)\.(update|move|close)$|^member\.(update|transfer|leave|return)$|^assignment\.end$|^staffingStandard\.end$/.test(
    action,
  );
