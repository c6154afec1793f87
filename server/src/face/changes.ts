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

  /** One transaction for all bureaus. Its loss in a crash would lose a hint, so no disk is waited for. */
  function send() {
    timer = undefined;
    const told = Array.from(waiting, ([bureauId, types]): Announced => ({ bureauId, types: [...types] }));
    waiting.clear();
    writes`
      select set_config('synchronous_commit', 'off', true), pg_notify(${changesChannel}, change::text)
      from jsonb_array_elements(${writes.json(told as never)}) as told (change)`.catch((error: unknown) =>
      log.warn({ err: error }, "changes were not announced"),
    );
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
