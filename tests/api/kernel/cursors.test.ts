import { beforeAll, expect, test } from "vitest";
import { type Bureau, makeBureau, type SignedIn } from "../../support/bureau.ts";

let bureau: Bureau;
let administrator: SignedIn;
beforeAll(async () => {
  bureau = await makeBureau();
  administrator = bureau.administrator;
});

const cursorOf = (...values: unknown[]) => Buffer.from(JSON.stringify(values)).toString("base64url");
const id = "01a21f33-ea5a-7332-b24f-61fa4308b691";

const lists: [list: string, first: string][] = [
  ["sessions", "2026-11-22 04:00:00.123456+00"],
  ["apiTokens", "2026-11-22 04:00:00+00"],
  ["imports", "2026-11-22 12:00:00.5+08:00"],
  ["auditEntries", "7"],
  ["accounts(orderBy: NAME)", "a"],
  ["assignments(orderBy: STARTS_AT)", "2026-11-22 04:00:00+00"],
];

const forged: [how: string, cursor: string][] = [
  ["no JSON", "x"],
  ["of another shape", cursorOf("a", "b", "c", "d")],
  ["of texts where there are other values", cursorOf("a", id)],
  ["of a day that there is not", cursorOf("2026-02-30 00:00:00+00", id)],
  ["of a year that PostgreSQL does not know", cursorOf("0000-01-01 00:00:00+00", id)],
  ["of a time zone that there is not", cursorOf("2026-01-01 00:00:00+99", id)],
  ["of a number that is too large", cursorOf("99999999999999999999", id)],
  ["of an id that is none", cursorOf("2026-11-22 04:00:00+00", "x")],
  ["of a text that PostgreSQL cannot hold", cursorOf("\0", id)],
];

const page = (list: string, path: string) =>
  `query ($cursor: String!) { ${list.includes("(") ? list.replace(")", `, first: 1, ${path}: $cursor)`) : `${list}(first: 1, ${path}: $cursor)`} { totalCount nodes { id } } }`;

test.each(lists)("the cursor of another list is refused by %s, and so is a forged one", async (list, first) => {
  for (const path of ["after", "before"]) {
    const { errors } = await administrator.ask(page(list, path), { cursor: cursorOf(first, id) });
    expect(errors).toBeUndefined();
    for (const [how, cursor] of forged) {
      const { data, errors } = await administrator.ask(page(list, path), { cursor });
      if (data) expect([list, how]).toEqual(["accounts(orderBy: NAME)", expect.stringMatching(/^of (?!another)/)]);
      else expect([how, errors![0]!.extensions]).toEqual([how, expect.objectContaining(refusal(path))]);
    }
  }
});

const refusal = (path: string) => ({
  code: "INVALID",
  fields: [expect.objectContaining({ path: [path], code: "CURSOR" })],
});

test("a forged cursor takes nobody's answer, and keeps nobody waiting", async () => {
  const other = await makeBureau();
  const document = page("sessions", "after");
  for (let time = 0; time < 3; time++) await administrator.ask(document, { cursor: cursorOf("a", id) });
  const forger = () => administrator.ask(document, { cursor: cursorOf("a", id) });
  const reader = () => other.administrator.run("{ bureau { id } }");
  const answers = await Promise.all(Array.from({ length: 60 }, (_, turn) => (turn % 3 === 1 ? forger() : reader())));
  for (const [turn, answer] of answers.entries())
    expect(answer).toMatchObject(
      turn % 3 === 1 ? { errors: [{ extensions: { code: "INVALID" } }] } : { bureau: { id: other.id } },
    );
});

interface Page {
  sessions: { nodes: { id: string }[]; pageInfo: Record<string, string & boolean> };
}

test("rows of one millisecond come once each, page by page", async () => {
  const reader = await bureau.signIn({ role: "BUREAU_ADMINISTRATOR" });
  await bureau.sql(
    (sql) =>
      sql`insert into sessions (bureau_id, id, account_id, secret_hash, created_at, last_seen_at, expires_at)
      select ${bureau.id}, gen_random_uuid(), ${reader.accountId}, sha256(n::text::bytea), now() + n * interval '1 microsecond', now(), now() + interval '1 hour'
      from generate_series(1, 9) n`,
  );
  for (const [size, cursor, end] of [
    ["first", "after", "endCursor"],
    ["last", "before", "startCursor"],
  ] as const) {
    const seen: string[] = [];
    for (let at: string | null = null; seen.length <= 10;) {
      const { sessions } = (await reader.run(
        `query ($at: String, $account: ID) { sessions(accountId: $account, ${size}: 2, ${cursor}: $at) { nodes { id } pageInfo { ${end} hasNextPage hasPreviousPage } } }`,
        { at, account: reader.accountId },
      )) as Page;
      seen.push(...sessions.nodes.map((each) => each.id));
      at = sessions.pageInfo[end] ?? null;
      if (!(size === "first" ? sessions.pageInfo.hasNextPage : sessions.pageInfo.hasPreviousPage)) break;
    }
    expect([seen.length, new Set(seen).size]).toEqual([10, 10]);
  }
});
