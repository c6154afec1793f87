import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { demoPasswordFile } from "../face/demo.ts";
import { dataFolderOf } from "../face/settings.ts";
import { keepAuditHeadsCommand, verifyAuditCommand } from "./audit-commands.ts";
import { type Command, Misuse, parse } from "./command.ts";
import { confirmAsOperator, pendingConsents } from "./consents.ts";
import { backupCommand } from "./backup/backup-command.ts";
import { restoreCommand } from "./backup/restore-command.ts";
import { doctorCommand } from "./doctor/doctor-command.ts";
import { createBureau } from "./create-bureau.ts";
import { jobsCommand } from "./jobs.ts";
import { redrawCommand } from "./redraw.ts";
import { resetPasswordOf } from "./reset-password.ts";
import { sqlCommand } from "./sql-command.ts";

export const usage = `Usage: npm run maple -- <command>

  create-bureau --code 410481 --name 舞钢市公安局 [--admin admin]
      A new bureau with its first administrator, whose first password is shown once.
  reset-password admin@410481
      A new first password, shown once; ends the account's sessions and its lock-out.
  consents 410481
      What the bureau's administrators have asked for and nobody has confirmed yet.
  confirm 410481 <id>
      Confirms one of these in place of a second administrator, as where a bureau has only one.
  verify-audit [410481 …]
      Checks the audit log of these bureaus, or of all, and that every end of it that was kept outside the database
      is still there; puts on record what it has found, and exits with 1 where something is not as it was written.
  keep-audit-heads
      Keeps the ends of all audit logs in the data folder now, as the server does every hour.
  doctor [--language zh-CN]
      What is set up, what is wrong and what to do about it; changes nothing, and exits with 1 where something is wrong.
  backup <file> [--passphrase-file <file>] [--plain]
      Everything in one file, encrypted unless --plain is asked for; the server may go on meanwhile. The passphrase
      comes from the terminal, from the first line of a file, or from MAPLE_BACKUP_PASSPHRASE.
  restore <file> [--passphrase-file <file>] [--check]
      Puts a backup in the place of what is there, with the server stopped: all of it, or nothing is changed. With
      --check it is read and held to its hashes, and nothing else is done.
  jobs
      What waits in the queue of jobs and runs, and what was given up in the last three months; exits with 1 where
      something was.
  redraw 410481 [<id>]
      Draws again what was drawn of closed work to be checked, from the seeds and digests in the audit log, all of it
      or one draw in full; exits with 1 where something else is kept.
  sql '{ grids(first: 5) { nodes { name } } }' [--as admin@410481] [--variables '{"at": …}']
      The statement that a query is compiled to, its parameters (with their values for that account), and how
      PostgreSQL (16 or later) carries it out.
  demo-password
      The password of the demo accounts.
  help

On the server of DATABASE_URL (and DATABASE_OWNER_URL) where it is set, else on the embedded one under MAPLE_DATA or .data.`;

export const commands: Record<string, Command> = {
  "create-bureau": async ({ args, open, say }) => {
    const options = { code: { type: "string" }, name: { type: "string" }, admin: { type: "string" } } as const;
    const { values } = parse(args, options, 0);
    if (!values.code || !values.name) throw new Misuse("create-bureau needs --code and --name.");
    const { database } = await open();
    const { signInName, firstPassword } = await createBureau(database, {
      code: values.code,
      name: values.name,
      administrator: values.admin,
    });
    say(`${values.name} (${values.code}) is there.`);
    sayPassword(say, signInName, firstPassword);
    return 0;
  },

  "reset-password": async ({ args, open, say }) => {
    const [signInName] = parse(args, {}, 1).positionals;
    if (!signInName) throw new Misuse("reset-password needs a sign-in name, as in admin@410481.");
    const { database } = await open();
    sayPassword(say, signInName, await resetPasswordOf(database, signInName));
    return 0;
  },

  consents: async ({ args, open, say }) => {
    const [code] = parse(args, {}, 1).positionals;
    if (!code) throw new Misuse("consents needs the bureau's code.");
    const { database } = await open();
    const waiting = await pendingConsents(database, code);
    for (const { id, ask, account, requestedBy, expiresAt, reason } of waiting)
      say(`${id}  ${ask} for ${account}, asked by ${requestedBy}, until ${expiresAt.toISOString()}: ${reason}`);
    if (waiting.length === 0) say(`${code}: nothing waits for consent.`);
    return 0;
  },

  confirm: async ({ args, open, say }) => {
    const [code, id] = parse(args, {}, 2).positionals;
    if (!code || !id) throw new Misuse("confirm needs the bureau's code and the id that consents shows.");
    const { database } = await open();
    const { signInName, firstPassword } = await confirmAsOperator(database, code, id);
    say(`Confirmed for ${signInName}.`);
    if (firstPassword) sayPassword(say, signInName, firstPassword);
    return 0;
  },

  "verify-audit": verifyAuditCommand,
  "keep-audit-heads": keepAuditHeadsCommand,

  doctor: doctorCommand,
  backup: backupCommand,
  restore: restoreCommand,

  jobs: jobsCommand,
  redraw: redrawCommand,
  sql: sqlCommand,

  "demo-password": async ({ args, say }) => {
    parse(args, {}, 0);
    const file = demoPasswordFile(dataFolderOf(process.env));
    if (!existsSync(file)) {
      say("There is no demo here: it is loaded by the first start without --empty.");
      return 1;
    }
    say((await readFile(file, "utf8")).trim());
    return 0;
  },

  help: async ({ say }) => {
    say(usage);
    return 0;
  },
};

function sayPassword(say: (line: string) => void, signInName: string, password: string) {
  say(`Account   ${signInName}`);
  say(`Password  ${password}   (shown this once; to be changed at first sign-in)`);
}
