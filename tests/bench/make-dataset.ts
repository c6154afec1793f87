import { join } from "node:path";
import { parseArgs } from "node:util";
import { migrate } from "@maple-bridge/drizzle/migrate";
import { startPostgres } from "@maple-bridge/server/postgres/start";
import { hashPassword } from "@maple-bridge/server/modules/auth";
import { loadDataset } from "./dataset.ts";

/**
 * Invented bureaus for a server to be started on by hand: `MAPLE_DATA=<folder> npm start -- --empty`.
 * `tsx tests/bench/make-dataset.ts <folder> --bureaus 1 --grids 2250 --first 5001 [--unaudited]`
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    bureaus: { type: "string", default: "1" },
    grids: { type: "string", default: "225" },
    first: { type: "string", default: "1" },
    unaudited: { type: "boolean", default: false },
  },
});
const [folder] = positionals;
if (!folder) throw new Error("Name the folder that the data is to be kept in.");

const database = await startPostgres({ dataDir: join(folder, "postgres"), log: console.log });
try {
  await migrate(database.ownerUrl, database.applicationRole);
  const isNew = await loadDataset(database.superuserUrl, {
    bureaus: Number(values.bureaus),
    grids: Number(values.grids),
    firstBureau: Number(values.first),
    onDay: "2026-11-28",
    passwordHash: await hashPassword("Bench-of-the-bridge-1"),
    audited: !values.unaudited,
  });
  console.log(isNew ? "loaded" : "there already");
} finally {
  await database.stop();
}
