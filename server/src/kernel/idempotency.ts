import { hash } from "node:crypto";
import { idempotencyKeys } from "@maple-bridge/drizzle/tables";
import type { Actor } from "./actor.ts";
import type { Sql } from "./database/in-bureau.ts";
import { insertion } from "./database/insertion.ts";
import { Conflict, Invalid } from "./errors.ts";

export interface Keyed {
  idempotencyKey: string;
}

/** A call's claim to its key. A credential is one account's for good. */
export interface Claim {
  bureauId: string;
  accountId: string;
  key: string;
  mutation: string;
  inputHash: string;
}

/** What stands under a key. */
export interface KeptAnswer {
  inputHash: string;
  result: object;
}

const keyShape = /^[^\p{C}]{8,100}$/u;

export function claimOf({ bureauId, accountId }: Actor, mutation: string, input: Keyed): Claim {
  const { idempotencyKey: key } = input;
  if (!keyShape.test(key)) throw new Invalid([{ path: ["input", "idempotencyKey"], code: "KEY_SHAPE" }]);
  return { bureauId, accountId, key, mutation, inputHash: hashOf(mutation, input) };
}

/** The result of the call that has kept the key; with other input the key is refused. */
export function resultOf<R extends object>(answer: KeptAnswer | null | undefined, { inputHash }: Claim): R | undefined {
  if (!answer) return undefined;
  if (answer.inputHash !== inputHash) throw new Conflict([{ path: ["input", "idempotencyKey"], code: "KEY_REUSED" }]);
  return answer.result as R;
}

/** What stands under the key: null where nothing does. */
export const answerUnder = (sql: Sql, { bureauId, accountId, key }: Claim) => sql`
  (select jsonb_build_object('inputHash', encode(k.input_hash, 'hex'), 'result', k.result) from idempotency_keys k
    where k.bureau_id = ${bureauId} and k.account_id = ${accountId} and k.key = ${key})`;

export const keeping = ({ accountId, key, mutation, inputHash }: Claim, result: object) =>
  insertion(idempotencyKeys, [{ accountId, key, mutation, inputHash: `\\x${inputHash}`, result }]);

const hashOf = (mutation: string, input: Keyed) => hash("sha256", `${mutation}${JSON.stringify(sorted(input))}`);

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object" || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  );
}
