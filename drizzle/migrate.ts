import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { migrateJobs } from "./jobs.ts";
import { grantPrivileges } from "./privileges.ts";

const migrationsFolder = fileURLToPath(new URL("./migrations", import.meta.url));

/** Brings the database at `ownerUrl` to the newest migration and gives `applicationRole` its privileges. */
export async function migrate(ownerUrl: string, applicationRole: string): Promise<void> {
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await applyMigrations(drizzle(owner), { migrationsFolder });
    await migrateJobs(owner);
    await grantPrivileges(owner, applicationRole);
  } finally {
    await owner.end();
  }
}
