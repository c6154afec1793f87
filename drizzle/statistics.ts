import postgres from "postgres";

/** Tells the planner of rows that were loaded in bulk, which it would else learn of a minute later. The largest tables first, two at a time. */
export async function refreshStatistics(ownerUrl: string): Promise<void> {
  const owner = postgres(ownerUrl, { max: 2, onnotice: () => {} });
  try {
    const tables = await owner<{ name: string }[]>`
      select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by pg_relation_size(oid) desc`;
    await Promise.all(tables.map(({ name }) => owner`analyze ${owner(name)}`));
  } finally {
    await owner.end();
  }
}
