import { type Compilation, idOf } from "./compilation.ts";
import { type Fragment, join, raw, sql } from "./fragment.ts";
import type { Reading } from "./reading.ts";
import { under } from "./relation.ts";
import type { FieldSource, Through, TypeSource } from "./sources.ts";

/** Rows that link a parent with a child, as conditions on them have it. */
function linksWhere(through: Through, alias: string, reading: Reading): Fragment {
  const { relation, where } = through;
  const held = [
    ...(relation.isTable ? [sql`${raw(alias)}.bureau_id = ${reading.bureau}`] : []),
    ...(where ? [where(alias, reading)] : []),
  ];
  return held.length > 0 ? join(held, " and ") : raw("true");
}

/** Whether the row under the alias is a child of the parent, by its own key or by a row that links them. */
export function isChild(
  c: Pick<Compilation, "nextAlias">,
  { child, besides = [], through }: Pick<FieldSource & { kind: "many" }, "child" | "besides" | "through">,
  { relation }: TypeSource,
  { alias, parent, of }: { alias: string; parent: Fragment; of: string },
  reading: Reading,
): Fragment {
  if (!through)
    return join(
      [
        sql`${under(alias, child!)} = ${parent}`,
        ...besides.map((pair) => sql`${under(alias, pair.child)} = ${under(of, pair.parent)}`),
      ],
      " and ",
    );
  return sql`${under(alias, idOf(relation))} in ${childrenLinked(through, c.nextAlias(), parent, reading)}`;
}

/** The keys of one parent's children. */
function childrenLinked(through: Through, alias: string, parent: Fragment, reading: Reading): Fragment {
  const { relation } = through;
  return sql`(select ${under(alias, through.child)} from ${relation.source(reading)} ${raw(alias)} where ${under(alias, through.parent)} = ${parent} and ${linksWhere(through, alias, reading)})`;
}

/** Each pair of parent and child once, however many rows link them; worked out once for all of a statement that ask for them. */
export function pairsLinked(c: Pick<Compilation, "share">, through: Through, reading: Reading): Fragment {
  const { relation, parent, child } = through;
  return c.share(
    sql`select distinct ${under(link, parent)} as parent, ${under(link, child)} as child from ${relation.source(reading)} ${raw(link)} where ${linksWhere(through, link, reading)}`,
  );
}

const link = "link";
