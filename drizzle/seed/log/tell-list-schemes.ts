import { administrator, type Log, tell } from "./log.ts";

export function tellListSchemes(log: Log): void {
  for (const { id, stationId, titles, sources, startsAt } of log.draft.listSchemes)
    tell(log, new Date(startsAt), administrator, {
      ...{ action: "listScheme.set", entity: { type: "ListScheme", id } },
      after: { stationId, titles, sources },
    });
}
