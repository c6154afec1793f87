import type { Logger } from "pino";
import type { WriteConnection } from "#kernel/database/connect";
import type { Deed } from "#kernel/record";

export const changesChannel = "maple_changes";
const gatherMs = 20;
const mostIds = 100;

/** What a bureau's screens are told: which rows to read again, and nothing of what stands in them. */
export interface Change {
  types: string[];
  ids: string[];
}

export interface Announced extends Change {
  bureauId: string;
}

/** Gathers what commits of a few milliseconds have changed, then tells all processes of each bureau's changes at once. */
export function gatherChanges(writes: WriteConnection, log: Logger) {
  const waiting = new Map<string, { types: Set<string>; ids: Set<string> }>();
  let timer: NodeJS.Timeout | undefined;

  function send() {
    timer = undefined;
    for (const [bureauId, { types, ids }] of waiting) {
      const told: Announced = { bureauId, types: [...types], ids: ids.size > mostIds ? [] : [...ids] };
      writes`select pg_notify(${changesChannel}, ${JSON.stringify(told)})`.catch((error: unknown) =>
        log.warn({ err: error }, "a change was not announced"),
      );
    }
    waiting.clear();
  }

  return {
    add(bureauId: string, deeds: readonly Deed[]) {
      let changed = waiting.get(bureauId);
      if (!changed) waiting.set(bureauId, (changed = { types: new Set(), ids: new Set() }));
      for (const { entity } of deeds) {
        changed.types.add(entity.type);
        changed.ids.add(entity.id);
      }
      timer ??= setTimeout(send, gatherMs);
    },
    close() {
      clearTimeout(timer);
      if (timer) send();
    },
  };
}
