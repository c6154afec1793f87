import { dataFolderOf } from "../face/settings.ts";
import { headsToKeep, openKeeper } from "../modules/audit/index.ts";
import { type Operator, parse } from "./command.ts";
import { type KeptHeads, readKeptHeads } from "./kept-heads.ts";
import { type Verdict, verifyAudit } from "./verify-audit.ts";

const hourMs = 3_600_000;

/** Exits with 1 where a log, a kept head or the file of kept heads is not as it was written. */
export async function verifyAuditCommand({ args, open, say }: Operator): Promise<number> {
  const named = parse(args, {}, Number.POSITIVE_INFINITY).positionals;
  const { database } = await open();
  const all = await headsToKeep(database);
  const codes = named.length > 0 ? named : all.map(({ code }) => code);
  const kept = await readKeptHeads(dataFolderOf(process.env), named.length > 0 ? named : undefined);
  const present = new Set(all.map(({ bureauId }) => bureauId));
  let broken = 0;
  for (const [id, heads] of kept.byBureau) {
    if (present.has(id)) continue;
    broken++;
    const { code, sequence } = heads.at(-1)!;
    say(`${code}: GONE: its log reached row ${sequence}, and there is no such bureau (${id}) any more`);
  }
  for (const code of codes.filter((each) => !isGone(each, kept, all))) {
    const verdict = await verifyAudit(database, code, kept.byBureau, { isOnRecord: true });
    if (verdict.brokenAt !== null) broken++;
    say(told(verdict));
  }
  for (const { number, fault } of kept.faults) say(`Line ${number} of ${kept.path}: ${fault}`);
  say(toldOf(kept, new Date()));
  return broken + kept.faults.length > 0 ? 1 : 0;
}

const isGone = (code: string, kept: KeptHeads, all: readonly { code: string }[]) =>
  !all.some((each) => each.code === code) && [...kept.byBureau.values()].some((heads) => heads.at(-1)!.code === code);

const told = ({ code, entries, brokenAt, headHash }: Verdict) =>
  brokenAt === null
    ? `${code}: ${entries} rows, whole, ending in ${headHash}`
    : `${code}: BROKEN at row ${brokenAt} of ${entries}`;

function toldOf({ path, lines, newest }: KeptHeads, now: Date): string {
  if (newest === null)
    return `No head has been kept in ${path}: a log that was cut at its end and rewritten looks whole.`;
  const hours = (now.getTime() - Date.parse(newest)) / hourMs;
  const age = `the last one ${hours.toFixed(1)} hours old`;
  return hours > 2
    ? `Kept heads: ${lines} lines in ${path}, ${age}: it is written every hour while the server runs; see its log.`
    : `Kept heads: ${lines} lines in ${path}, ${age}.`;
}

export async function keepAuditHeadsCommand({ args, open, say }: Operator): Promise<number> {
  parse(args, {}, 0);
  const folder = dataFolderOf(process.env);
  const { database } = await open();
  const { bureaus, moved, lost } = await (await openKeeper(database, folder)).keep(new Date());
  say(`The ends of ${bureaus} bureaus' logs are kept in ${folder}; ${moved} moved since the last time.`);
  for (const { code, sequence, at } of lost)
    say(`${code}: CUT: it reached row ${sequence} at ${at}, and no longer does`);
  return lost.length > 0 ? 1 : 0;
}
