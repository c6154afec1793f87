import postgres, { type Sql } from "postgres";

const connect = (ownerUrl: string) => postgres(ownerUrl, { max: 2, onnotice: () => {} });

/** Tells the planner of rows that were loaded in bulk, which it would else learn of a minute later. */
export async function refreshStatistics(ownerUrl: string): Promise<void> {
  const owner = connect(ownerUrl);
  try {
    await analyzeAll(owner);
  } finally {
    await owner.end();
  }
}

/** The same beside all else, until it is told to stop: plans that were made before are made anew with what is learnt. */
export function refreshStatisticsBeside(ownerUrl: string, onFailure: (error: unknown) => void) {
  const owner = connect(ownerUrl);
  let isStopped = false;
  const done = analyzeAll(owner)
    .catch((error: unknown) => {
      if (!isStopped) onFailure(error);
    })
    .finally(() => owner.end({ timeout: 0 }));
  return {
    done,
    async stop() {
      isStopped = true;
      await owner.end({ timeout: 0 });
      await done;
    },
  };
}

/** The largest tables first, two at a time. */
async function analyzeAll(owner: Sql): Promise<void> {
  const tables = await owner<{ name: string }[]>`
    select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by pg_relation_size(oid) desc`;
  await Promise.all(tables.map(({ name }) => owner`analyze ${owner(name)}`));
}
