import { filesPlaceOf } from "../../face/files-settings.ts";
import { openFiles } from "../../face/open-files.ts";
import { knownSealKey } from "../../face/seal-key.ts";
import { dataFolderOf } from "../../face/settings.ts";
import { type Command, Misuse, parse } from "../command.ts";
import { plainEnvelope, sealedEnvelope } from "./envelope.ts";
import { rememberBackup } from "./last-backup.ts";
import { passphraseFrom } from "./passphrase.ts";
import { takeBackup } from "./take-backup.ts";

const options = { "passphrase-file": { type: "string" }, plain: { type: "boolean" } } as const;

/** Beside a running server, too: it is one snapshot, whatever is written meanwhile. */
export const backupCommand: Command = async ({ args, open, say }) => {
  const { values, positionals } = parse(args, options, 1);
  const [file] = positionals;
  if (!file) throw new Misuse("backup needs the name of the file that it is to write.");
  const isEncrypted = !values.plain;
  const envelope = isEncrypted
    ? await sealedEnvelope(await passphraseFrom({ file: values["passphrase-file"], isNew: true }))
    : plainEnvelope();
  const dataFolder = dataFolderOf(process.env);
  const now = new Date();
  const { postgres } = await open();
  const files = await openFiles(filesPlaceOf(dataFolder, process.env));
  try {
    const sealKey = await knownSealKey(dataFolder, process.env);
    const taken = await takeBackup({
      databaseUrl: postgres.applicationUrl,
      files: files.store,
      file,
      envelope,
      sealKey,
      now,
    });
    await rememberBackup(dataFolder, { takenAt: now.toISOString(), file: taken.file, bytes: taken.bytes, isEncrypted });
    const rows = taken.tables.reduce((sum, table) => sum + table.rows, 0);
    say(
      `${taken.file}: ${rows} rows of ${taken.tables.length} tables and ${taken.files.count} files, ${sizeOf(taken.bytes)}.`,
    );
    if (taken.files.missing > 0)
      say(
        `${taken.files.missing} files of photos were not in their store and are not in the backup; doctor names them.`,
      );
    if (!isEncrypted) say("It is not encrypted: whoever has it reads everything but sealed contacts.");
    say("Not in it, and to be kept apart from it: the key of sealed contacts (seal.key or MAPLE_SEAL_KEY), the kept");
    say("audit heads (audit-heads.jsonl, audit-heads.key), and the passwords of your database's roles.");
    return 0;
  } finally {
    files.close();
  }
};

const sizeOf = (bytes: number) => (bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`);
