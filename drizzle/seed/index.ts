import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { setJoiningDays, type DemoAccount, type Means } from "./draft.ts";
import { writeBureau } from "./write.ts";
import { wugang } from "./wugang.ts";
import { xiaoyi } from "./xiaoyi.ts";
import { xinghualing } from "./xinghualing.ts";
import { yanhu } from "./yanhu.ts";

export { closedGridCode, wugangStrength, type Post, type StationStrength } from "./wugang-strength.ts";

export interface SeedOptions extends Means {
  /** Signs in as the application role: row-level security and every constraint hold for the demo too. */
  url: string;
  passwordHash: string;
  log(message: string): void;
}

export interface DemoBureau {
  code: string;
  name: string;
  accounts: DemoAccount[];
}

/** Loads the demo bureaus that are not there yet; all of them are told of. */
export async function seedDemo(options: SeedOptions): Promise<{ bureaus: DemoBureau[] }> {
  const client = postgres(options.url, { max: 1, onnotice: () => {} });
  const database = drizzle(client);
  const bureaus: DemoBureau[] = [];
  try {
    for (const draftBureau of [wugang, xiaoyi, yanhu, xinghualing]) {
      const draft = draftBureau(options);
      setJoiningDays(draft);
      const { code, name, grids, members } = draft;
      const isNew = await writeBureau(database, draft, options.passwordHash);
      if (isNew) options.log(`${name} ${code}: ${grids.length} grids, ${members.length} members`);
      bureaus.push({
        code,
        name,
        accounts: draft.accounts.map(({ name, role, displayName }) => ({ name, role, displayName })),
      });
    }
  } finally {
    await client.end();
  }
  return { bureaus };
}
