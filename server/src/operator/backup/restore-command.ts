import { resolve } from "node:path";
import { migrateJobs } from "@maple-bridge/drizzle/jobs";
import { refreshStatistics } from "@maple-bridge/drizzle/statistics";
import connect from "postgres";
import { filesPlaceOf } from "../../face/files-settings.ts";
import { openFiles } from "../../face/open-files.ts";
import { knownSealKey } from "../../face/seal-key.ts";
import { dataFolderOf, postgresFolderOf } from "../../face/settings.ts";
import { externalPostgres } from "../../postgres/external.ts";
import { startPostgres } from "../../postgres/start.ts";
import { type Command, Misuse, parse } from "../command.ts";
import { checkRestored } from "./check-restored.ts";
import { clearUnknownFiles } from "./clear-unknown-files.ts";
import { passphraseFrom } from "./passphrase.ts";
import { openBackup, type Whole } from "./read-backup.ts";
import { refused } from "./refused.ts";
import { checkBackup, restoreBackup } from "./restore-backup.ts";
import { fingerprintOf } from "./snapshot.store.ts";

const options = { "passphrase-file": { type: "string" }, check: { type: "boolean" } } as const;

/** With the server stopped: what is there is replaced, or left exactly as it was. */
export const restoreCommand: Command = async ({ args, say }) => {
  const { values, positionals } = parse(args, options, 1);
  const [named] = positionals;
  if (!named) throw new Misuse("restore needs the name of a backup.");
  const file = resolve(named);
  const envelope = await openBackup(file, () => passphraseFrom({ file: values["passphrase-file"], isNew: false }));
  if (values.check) {
    tell(await checkBackup(file, envelope), say);
    say("It is whole. Nothing was changed.");
    return 0;
  }
  const dataFolder = dataFolderOf(process.env);
  // An embedded server that another process runs is refused: that is a server at work.
  const postgres =
    externalPostgres(process.env) ??
    (await startPostgres({ dataDir: postgresFolderOf(dataFolder), log: (text) => console.error(text) }));
  const place = filesPlaceOf(dataFolder, process.env);
  try {
    const { ownerUrl, applicationRole, applicationUrl } = postgres;
    if (!ownerUrl) throw refused("BACKUP_NEEDS_OWNER", {}, "DATABASE_OWNER_URL");
    const files = await openFiles(place);
    try {
      await prepareQueue(ownerUrl);
      const whole = await restoreBackup({ ownerUrl, applicationRole, files: files.store, file, envelope });
      await refreshStatistics(ownerUrl);
      tell(whole, say);
      tellOfKey(whole, await knownSealKey(dataFolder, process.env), say);
      return await checkRestored(applicationUrl, dataFolder, say);
    } finally {
      if ("folder" in place)
        await clearUnknownFiles(applicationUrl, place.folder).catch((error: Error) =>
          say(`Files that no row knows of could not be cleared away: ${error.message}`),
        );
      files.close();
    }
  } finally {
    await postgres.stop();
  }
};

/** The queue's tables are made by its own package, which commits as it goes: before all else, and without a row of theirs being lost. */
async function prepareQueue(ownerUrl: string) {
  const owner = connect(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await migrateJobs(owner);
  } finally {
    await owner.end();
  }
}

function tell({ head, manifest }: Whole, say: (line: string) => void) {
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  say(
    `The backup of ${head.takenAt}, by version ${head.version}: ${rows} rows of ${manifest.tables.length} tables and ${manifest.files.count} files.`,
  );
  if (manifest.files.missing > 0)
    say(`${manifest.files.missing} files of photos were missing when it was taken, and are missing now.`);
}

function tellOfKey({ head }: Whole, key: Buffer | null, say: (line: string) => void) {
  if (head.sealKey === null || (key && fingerprintOf(key) === head.sealKey)) return;
  say("The key of sealed contacts here is not the one of the backup: bring that one (seal.key or MAPLE_SEAL_KEY), or");
  say("the contacts in it stay sealed.");
}
