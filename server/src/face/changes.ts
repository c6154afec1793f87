import type { Logger } from "pino";
import type { WriteConnection } from "#kernel/database/connect";
import type { Deed } from "#kernel/record";

export const changesChannel = "maple_changes";
const gatherMs = 20;

/**
 * What a bureau's screens are told: of which types something is to be read again. Not which rows: another station's would be
 * named to those who cannot see them.
 */
export interface Change {
  types: string[];
}

export interface Announced extends Change {
  bureauId: string;
}

/** Gathers what commits of a few milliseconds have changed, then tells all processes of each bureau's changes at once. */
export function gatherChanges(writes: WriteConnection, log: Logger) {
  const waiting = new Map<string, Set<string>>();
  let timer: NodeJS.Timeout | undefined;

  function send() {
    timer = undefined;
    for (const [bureauId, types] of waiting) {
      const told: Announced = { bureauId, types: [...types] };
      writes`select pg_notify(${changesChannel}, ${JSON.stringify(told)})`.catch((error: unknown) =>
        log.warn({ err: error }, "a change was not announced"),
      );
    }
    waiting.clear();
  }

  return {
    add(bureauId: string, deeds: readonly Deed[]) {
      const types = waiting.get(bureauId) ?? new Set();
      waiting.set(bureauId, types);
      for (const { entity } of deeds) types.add(entity.type);
      timer ??= setTimeout(send, gatherMs);
    },
    close() {
      clearTimeout(timer);
      if (timer) send();
    },
  };
}
