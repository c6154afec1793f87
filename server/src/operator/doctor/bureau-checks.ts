import { knownSealKey } from "../../face/seal-key.ts";
import { openFiles } from "../../face/open-files.ts";
import { dayOf } from "../../kernel/day.ts";
import { unseal } from "../../modules/matters/index.ts";
import { filesOf } from "../backup/snapshot.store.ts";
import { bad, type CheckThere, type Finding, soon, well } from "./finding.ts";

/** Opens one contact of each bureau; what it holds is told to nobody. */
export const sealKeyCheck: CheckThere = async ({ env, dataFolder, bureaus, of }) => {
  const key = await knownSealKey(dataFolder, env).catch(() => "unreadable" as const);
  if (key === "unreadable") return [bad("SEAL_KEY_UNREADABLE")];
  const found: Finding[] = [];
  for (const { id: bureauId, code } of bureaus) {
    const [contact] = await of(
      bureauId,
      (sql) => sql<{ id: string; matterId: string; sealed: Buffer }[]>`
        select id, matter_id as "matterId", sealed from sealed_contacts where bureau_id = ${bureauId} and sealed is not null order by id desc limit 1`,
    );
    if (!contact) continue;
    if (!key) found.push(bad("SEAL_KEY_ABSENT", { code }));
    else if (unseal(key, { bureauId, matterId: contact.matterId, id: contact.id }, contact.sealed) === undefined)
      found.push(bad("SEAL_KEY_UNFIT", { code }));
  }
  if (found.length > 0) return found;
  return [key ? well("SEAL_KEY_FITS") : soon("SEAL_KEY_NONE")];
};

/** The next year is announced in November or December; due times without it are plain weekdays. */
const lastMonth = "12";

export const calendarCheck: CheckThere = async ({ now, bureaus, of }) => {
  const [year = "", month = ""] = dayOf(now).split("-");
  const wanted = month === lastMonth ? [Number(year), Number(year) + 1] : [Number(year)];
  const found: Finding[] = [];
  for (const { id, code } of bureaus) {
    const [row] = await of(
      id,
      (sql) => sql<{ years: number[] }[]>`
        select to_jsonb(announced_years) as years from calendar_revisions where bureau_id = ${id} and state = 'PUBLISHED' order by number desc limit 1`,
    );
    for (const each of wanted.filter((one) => !row?.years.includes(one)))
      found.push(
        each === wanted[0]
          ? bad("CALENDAR_UNANNOUNCED", { code, year: each })
          : soon("CALENDAR_NEXT", { code, year: each }),
      );
  }
  return found.length > 0 ? found : [well("CALENDAR_ANNOUNCED", { year })];
};

const mostNamed = 5;
/** Of a bucket, where each look is a request. */
const mostAsked = 200;

export const photosCheck: CheckThere = async ({ files, bureaus, of }) => {
  const isBucket = "bucket" in files;
  let opened: Awaited<ReturnType<typeof openFiles>>;
  try {
    opened = await openFiles(files);
  } catch (error) {
    return [bad(isBucket ? "BUCKET_UNREACHED" : "FILES_UNREACHED", { reason: (error as Error).message })];
  }
  const missing: string[] = [];
  let asked = 0;
  try {
    for (const { id } of bureaus)
      await of(id, async (sql) => {
        for await (const { bureauId, digest } of filesOf(sql, [id])) {
          if (isBucket && asked >= mostAsked) return;
          asked++;
          const isThere =
            /^[0-9a-f]{64}$/.test(digest) && (await opened.store.has(bureauId, digest, AbortSignal.timeout(20_000)));
          if (!isThere) missing.push(`${bureauId}/${digest}`);
        }
      });
  } finally {
    opened.close();
  }
  if (missing.length === 0) return [well("PHOTOS_THERE", { count: asked })];
  return [bad("PHOTOS_MISSING", { count: missing.length, asked, some: missing.slice(0, mostNamed).join(", ") })];
};
