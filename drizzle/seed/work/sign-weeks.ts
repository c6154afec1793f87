import type { TransactionSql } from "postgres";
import type { Draft } from "../draft.ts";
import type { Entry } from "../log/log.ts";
import type { Told } from "../log/log-of.ts";
import { stationOver } from "../past/changes.ts";

type Signature = Omit<Entry, "command">;

/** Week by week, as what was signed before bears on what comes after. */
export async function signWeeks(sql: TransactionSql, draft: Draft): Promise<Signature[]> {
  const signings = (draft.work?.signings ?? []).toSorted((one, other) => one.at.getTime() - other.at.getTime());
  const signatures: Signature[] = [];
  for (const { stationId, week, at, by } of signings) {
    const unitIds = draft.units.filter(({ id }) => stationOver(draft, id).id === stationId).map(({ id }) => id);
    const { bureauId } = draft;
    const signed = await draft.signWeeks(sql, { bureauId, stationId, unitIds, week, at, by });
    for (const { at: signedAt, deed } of signed) signatures.push({ ...deed, at: signedAt, by: by.name });
  }
  return signatures;
}

/** The log with what was told of the signing of weeks, each a command of its own. */
export function withSignatures(told: Told, signatures: readonly Signature[]): Told {
  const commands = told.entries.reduce((most, { command }) => Math.max(most, command), 0);
  const added = signatures.map((signature, index): Entry => ({ ...signature, command: commands + index + 1 }));
  const entries = [...told.entries, ...added].toSorted((one, other) => one.at.getTime() - other.at.getTime());
  return { ...told, entries };
}
