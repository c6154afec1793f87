import { type Fragment, join, type Parameter, sql } from "@maple-bridge/server/kernel/read/fragment";
import type { Reading } from "@maple-bridge/server/kernel/read/reading";
import { under } from "@maple-bridge/server/kernel/read/relation";
import type { Through } from "@maple-bridge/server/kernel/read/sources";

/** Whether rows link the child with the parent: counted for each pair by itself, not as the compiler has it. */
export function isLinked(
  { relation, parent, child, where }: Through,
  id: Fragment,
  key: Parameter,
  reading: Reading,
): Fragment {
  const held = [
    sql`${under("l", parent)}::text = ${key} and ${under("l", child)} = ${id}`,
    ...(relation.isTable ? [sql`l.bureau_id = ${reading.bureau}`] : []),
    ...(where ? [where("l", reading)] : []),
  ];
  return sql`(select count(*) from ${relation.source(reading)} l where ${join(held, " and ")}) > 0`;
}
