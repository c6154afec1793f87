import type { PendingQuery, Row } from "postgres";
import { callerOf } from "../actor.ts";
import type { Transaction } from "../transaction.ts";
import type { Fragment, ReadEnvironment } from "./fragment.ts";
import { type Reading, readingOf } from "./reading.ts";

type Asking = Pick<Transaction, "sql" | "bureauId" | "actor" | "now">;

/** A command's reading: what it may see, and as of when, by the rules of a query. */
export const readingIn = ({ actor }: Pick<Transaction, "actor">): Reading => readingOf(callerOf(actor).shape, {}, -1);

/** A part of a query as a part of a command's statement. Its values are texts, as those of a query are. */
export function inCommand({ sql, bureauId, actor, now }: Asking, { parts }: Fragment): PendingQuery<Row[]> {
  const environment: ReadEnvironment = {
    bureauId,
    accountId: actor.accountId,
    viaId: actor.via.id,
    now: now.toISOString(),
    scope: callerOf(actor).scope,
    args: [],
  };
  const texts = [""];
  const values: unknown[] = [];
  for (const part of parts) {
    if (typeof part === "string") texts[texts.length - 1] += part;
    else {
      values.push(part.value(environment));
      texts.push(`::text::${part.type}`);
    }
  }
  return sql(Object.assign(texts, { raw: texts }), ...(values as string[]));
}
