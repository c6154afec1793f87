import type { Bureau } from "../../support/bureau.ts";
import type { Case } from "./actions-to-try.ts";
import { anyRowIn, makeMember, node, type Row } from "./rows-to-act-on.ts";

const monday = "2026-03-02";
const lists = [{ title: "", source: "DUTIES" }];

/** It has one list, without a title. */
export const wrongScheme = { lists };

const makeScheme = (bureau: Bureau, row: object = {}) =>
  anyRowIn(bureau, "list_schemes", {
    revision: 1,
    titles: ["甲", "乙", "丙"],
    sources: ["DUTIES", "WORK_DUE", "ACHIEVEMENTS"],
    startsAt: new Date("2026-01-01T00:00:00Z"),
    endsAt: new Date("2026-01-01T00:00:00Z"),
    ...row,
  });

let revisions = 0;

/** One in force, from when the one before it ended. */
async function ofSchemeInForce(bureau: Bureau, stationId: string | null): Promise<Case> {
  const startsAt = await bureau.sql(async (sql) => {
    await sql`update list_schemes set ends_at = starts_at where station_id is not distinct from ${stationId} and ends_at is null`;
    const [row] = await sql<{ startsAt: Date }[]>`
      select coalesce(max(ends_at), '2026-01-01') as "startsAt" from list_schemes where station_id is not distinct from ${stationId}`;
    return row!.startsAt;
  });
  const id = await makeScheme(bureau, { stationId, revision: ++revisions, startsAt, endsAt: null });
  return {
    row: node("ListScheme", id),
    commands: {
      SET_LIST_SCHEME: ["setListScheme", { ...wrongScheme, stationId }],
      ...(stationId !== null && { DROP_LIST_SCHEME: ["dropListScheme", { stationId }] }),
    },
  };
}

async function ofScheme(bureau: Bureau, stationId: string | null): Promise<Case> {
  const id = await makeScheme(bureau, { stationId, revision: ++revisions });
  // One that has ended is read, and whoever sees it sets the next one at its bureau or station.
  return { row: node("ListScheme", id), commands: {} };
}

/** The review of a member of a station of its own, which nobody has begun. */
async function ofWeek(bureau: Bureau, unitId: string): Promise<Case> {
  const { id: memberId } = await makeMember(bureau, unitId);
  const input = { memberId, unitId, week: monday };
  return {
    row: {
      type: "WeekLists",
      id: memberId,
      document: `{ row: threeLists(memberId: "${memberId}", unitId: "${unitId}", week: "${monday}") { viewerMay } }`,
    },
    commands: {
      ACCEPT_LINES: ["acceptLines", { ...input, lines: [] }],
      RETURN_LINE: ["returnLine", { ...input, line: { key: "?" }, reason: "" }],
      ACCEPT_ALL_CLEAN: ["acceptAllClean", input],
      COMMENT_ON_LINE: ["commentOnLine", { ...input, text: "" }],
      SIGN_WEEK: ["signWeek", input],
    },
  };
}

export async function makeReview(bureau: Bureau, stationId: string) {
  const { id: memberId } = await makeMember(bureau, stationId);
  const id = await anyRowIn(bureau, "week_reviews", { stationId, memberId, weekStart: monday, revision: 1 });
  return { id, memberId };
}

/** Signed by nobody in particular, over nothing. */
async function makeSigned(bureau: Bureau, stationId: string) {
  const review = await makeReview(bureau, stationId);
  const { accountId } = bureau.administrator;
  await bureau.sql(
    (sql) => sql`
      update week_reviews set signed_at = now(), signed_by = ${accountId}, signer = '所长', snapshot = '{"lines": []}', done = 0, late = 0, missed = 0,
        returned = 0, waiting = 0, digest = encode(sha256(convert_to('{"lines": []}'::jsonb::text, 'UTF8')), 'hex') where id = ${review.id}`,
  );
  return review;
}

async function ofReview(bureau: Bureau, stationId: string): Promise<Case> {
  const { id } = await makeSigned(bureau, stationId);
  return { row: node("WeekReview", id), commands: { REOPEN_WEEK: ["reopenWeek", { id, reason: "" }] } };
}

export const casesOfLists = async (bureau: Bureau, stations: readonly string[]): Promise<Case[]> => [
  await ofScheme(bureau, null),
  await ofSchemeInForce(bureau, null),
  ...(
    await Promise.all(
      stations.map(async (id) => [
        await ofScheme(bureau, id),
        await ofSchemeInForce(bureau, id),
        await ofWeek(bureau, id),
        await ofReview(bureau, id),
      ]),
    )
  ).flat(),
];

type Refused = Record<string, [mutation: string, input: object, said: string]>;

export async function unsignedReview(bureau: Bureau, stationId: string): Promise<{ row: Row; refused: Refused }> {
  const { id } = await makeReview(bureau, stationId);
  return {
    row: node("WeekReview", id),
    refused: { REOPEN_WEEK: ["reopenWeek", { id, reason: "更正" }, "WEEK_NOT_SIGNED"] },
  };
}
