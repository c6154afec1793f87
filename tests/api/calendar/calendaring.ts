import type { Bureau } from "../../support/bureau.ts";
import { type Client, newKey } from "../../support/client.ts";

const content = `id number state note announcedYears version publishedAt publishedBy viewerMay
  shifts { startsMinute endsMinute } days { day opening name } changes { day before after nameBefore nameAfter }`;

export const readCalendar = `{ calendar { ${content} } calendarDraft { ${content} } calendarRevisions { number } }`;

export const documentOf = (name: string) =>
  `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${content} } }`;

export const withKey = (input: object) => ({ input: { idempotencyKey: newKey(), ...input } });

export const does = async (client: Client, name: string, input: object = {}) =>
  (await client.run(documentOf(name), withKey(input)))[name];

export const refusedFor = async (client: Client, name: string, input: object = {}) => {
  const { code, detail, fields } = await client.refused(documentOf(name), withKey(input));
  return [code, ...(detail ? [detail] : []), ...fields.map((each) => `${each.path.join(".")} ${each.code}`)];
};

export const draftOf = ({ administrator }: Bureau) => does(administrator, "draftCalendar");

export const meant = ({ id, version }: { id: string; version: number }) => ({ id, expectedVersion: version });

/** A bureau whose calendar in force holds the announced days of these years. */
export async function publishYears(bureau: Bureau, ...years: number[]) {
  let draft = await draftOf(bureau);
  for (const year of years) draft = await does(bureau.administrator, "loadHolidays", { ...meant(draft), year });
  return does(bureau.administrator, "publishCalendar", { ...meant(draft), note: "国务院办公厅通知" });
}
