import type { PendingQuery, Row } from "postgres";
import { callerOf } from "../actor.ts";
import type { Transaction } from "../transaction.ts";
import { type Fragment, parameter, type ReadEnvironment, type Statement, toStatement } from "./fragment.ts";
import { arrayLiteral, type Reading, readingOf } from "./reading.ts";
import { sharedQueries } from "./shared.ts";

type Asking = Pick<Transaction, "sql" | "bureauId" | "actor" | "now">;

/** A command's reading: what it may see, and as of when, by the rules of a query. */
export const readingIn = ({ actor }: Pick<Transaction, "actor">): Reading => readingOf(callerOf(actor).shape, {}, -1);

/** A part of a query as a part of a command's statement. Its values are texts, as those of a query are. */
export function inCommand(asking: Asking, { parts }: Fragment, ids?: readonly string[]): PendingQuery<Row[]> {
  const environment = environmentOf(asking, ids);
  const texts = [""];
  const values: unknown[] = [];
  for (const part of parts) {
    if (typeof part === "string") texts[texts.length - 1] += part;
    else {
      values.push(part.value(environment));
      texts.push(`::text::${part.type}`);
    }
  }
  return asking.sql(Object.assign(texts, { raw: texts }), ...(values as string[]));
}

/** The ids that a command's statement is asked about. */
export const askedIds = parameter("ids", "uuid[]", ({ ids = [] }) => arrayLiteral(ids));

/** A whole statement of a command, about the rows of these ids. It is written once for its fragment, which is to be kept. */
export function askInCommand<R extends object>(
  asking: Asking,
  statement: Fragment,
  ids: readonly string[],
): PendingQuery<R[]> {
  const { text, bind } = written.get(statement) ?? toStatement(statement, "texts");
  if (!written.has(statement)) written.set(statement, { text, bind });
  return asking.sql.unsafe<(R & Row)[]>(text, bind(environmentOf(asking, ids)) as string[], { prepare: true });
}

const written = new WeakMap<Fragment, Pick<Statement, "text" | "bind">>();

const environmentOf = ({ bureauId, actor, now }: Asking, ids: readonly string[] | undefined): ReadEnvironment => ({
  bureauId,
  accountId: actor.accountId,
  viaId: actor.via.id,
  now: now.toISOString(),
  scope: callerOf(actor).scope,
  args: [],
  ids,
});

/**
 * Statements, each composed once for what its text depends on and for the caller's shape, of which there are few. What its parts share is
 * worked out once.
 */
export function composedOnce() {
  const known = new Map<string, Fragment>();
  return ({ actor }: Pick<Asking, "actor">, dependsOn: string, compose: (reading: Reading) => Fragment): Fragment => {
    const { shape } = callerOf(actor);
    const key = `${dependsOn} ${actor.via.kind === "operator" || shape.key}`;
    let fragment = known.get(key);
    if (!fragment) {
      const { share, around } = sharedQueries();
      fragment = around(compose(readingOf(shape, {}, -1, { share, shareWhole: share, shareFew: share })));
      known.set(key, fragment);
    }
    return fragment;
  };
}
