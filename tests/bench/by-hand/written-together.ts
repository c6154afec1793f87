import { createHash } from "node:crypto";
import { newId } from "@maple-bridge/server/kernel/ids";
import type { Answer, Cell, HandDatabase, Input, Statement } from "./database.ts";

interface Writing {
  mutation: string;
  /** Of the bureau `$1` and rows `$2`, as JSON: one row for each, in the order of their `n`. */
  text: string;
  /** What a write brings besides its input. */
  idsOf(): Input;
  jsonOf(written: Input, row: readonly Cell[]): string;
}

interface Waiting {
  input: Input;
  resolve(json: string): void;
  reject(error: unknown): void;
}

/** The audit log's trigger works under row-level security, whoever writes. */
const identity = "select set_config('maple.bureau_id', $1, true)";
const most = 64;

/** What comes while a transaction is under way shares the next one: a statement for each bureau, one commit for all. */
export function writtenTogether({ mutation, text, idsOf, jsonOf }: Writing): Answer {
  let waiting: Waiting[] = [];
  let underWay = false;

  async function writeAll(database: HandDatabase) {
    underWay = true;
    while (waiting.length > 0) {
      const together = waiting.slice(0, most);
      waiting = waiting.slice(most);
      await writeTogether(database, together);
    }
    underWay = false;
  }

  async function writeTogether(database: HandDatabase, together: readonly Waiting[]) {
    const bureaus = new Map<string, Waiting[]>();
    for (const each of together) {
      const bureauId = each.input["bureauId"]!;
      bureaus.set(bureauId, [...(bureaus.get(bureauId) ?? []), each]);
    }
    const at = new Date().toISOString();
    const statements = [...bureaus].flatMap(([bureauId, group]): Statement[] => [
      { text: identity, values: [bureauId] },
      { text, values: [bureauId, JSON.stringify(group.map(({ input }, n) => rowOf(input, n, at)))] },
    ]);
    try {
      const answers = await database.write(statements);
      [...bureaus.values()].forEach((group, index) =>
        group.forEach(({ input, resolve }, n) => resolve(jsonOf(input, answers[2 * index + 1]![n]!))),
      );
    } catch (error) {
      for (const { reject } of together) reject(error);
    }
  }

  const rowOf = (input: Input, n: number, at: string) => ({
    ...input,
    n,
    at,
    hash: createHash("sha256").update(mutation).update(JSON.stringify(input)).digest("hex"),
    entryId: newId(),
    eventId: newId(),
    request: newId(),
  });

  return (database, input) =>
    new Promise((resolve, reject) => {
      waiting.push({ input: { ...input, ...idsOf() }, resolve, reject });
      if (!underWay) void writeAll(database);
    });
}
