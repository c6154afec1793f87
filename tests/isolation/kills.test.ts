import { once } from "node:events";
import { migrate } from "@maple-bridge/drizzle/migrate";
import { placeServer } from "@maple-bridge/server/postgres/place";
import { findPostmaster } from "@maple-bridge/server/postgres/postmaster";
import { startPostgres } from "@maple-bridge/server/postgres/start";
import type { EmbeddedPostgres } from "@maple-bridge/server/postgres/types";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { plainDays } from "../support/plain-days.ts";
import { claimTestFolder, removeTestFolder } from "../support/test-folder.ts";
import { type Apart, serveApart } from "./support/apart.ts";
import { type Caller, layCallers } from "./support/callers.ts";
import { isLong, longest } from "./support/form.ts";
import { type Ground, layGround } from "./support/ground.ts";
import { largeFile } from "./support/shapes.ts";
import { ask, send } from "./support/wire.ts";

const kinds = ["server", "database", "both"] as const;
const rounds = isLong ? 17 : 1;
const writers = 6;

let folder: string;
let database: EmbeddedPostgres;
let ground: Ground;
let clerk: Caller;
let server: Apart;
let restarted: Promise<unknown> = Promise.resolve();

beforeAll(async () => {
  folder = await claimTestFolder();
  database = await startPostgres({ dataDir: folder, log: () => {} });
  await migrate(database.ownerUrl, database.applicationRole);
  const superuser = postgres(database.superuserUrl, { max: 1, onnotice: () => {}, types: plainDays });
  ground = await layGround(superuser, "a");
  const callers = await layCallers(superuser, ground);
  clerk = callers.find(
    ({ role, place, way }) => role === "BUREAU_ADMINISTRATOR" && place === "bureau" && way === "WRITE",
  )!;
  await superuser.end();
  server = await serveApart(database.applicationUrl);
}, longest);

afterAll(async () => {
  server.process.kill("SIGKILL");
  await database.stop();
  await removeTestFolder(folder);
}, longest);

const createMember = `mutation ($input: CreateMemberInput!) { createMember(input: $input) { id badge } }`;

interface Written {
  badge: string;
  id: string;
}

/** The id that was acknowledged, or undefined where the outcome is not known. */
async function write(badge: string): Promise<string | undefined> {
  const input = {
    idempotencyKey: `kill-${badge}`,
    unitId: ground.stations[0].id,
    kind: "OFFICER",
    name: "虚构",
    badge,
  };
  try {
    const response = await fetch(`http://127.0.0.1:${server.port}/graphql`, {
      method: "POST",
      headers: { ...clerk.headers, "content-type": "application/json" },
      body: JSON.stringify({ query: createMember, variables: { input } }),
    });
    const { data, errors } = (await response.json()) as {
      data?: { createMember: Written };
      errors?: { extensions: { code: string } }[];
    };
    if (errors?.some(({ extensions }) => refusals.has(extensions.code))) throw new Refused(JSON.stringify(errors));
    return data?.createMember?.id;
  } catch (error) {
    if (error instanceof Refused) throw error;
    return undefined;
  }
}

/** What a repeated key must never be told. */
const refusals = new Set(["CONFLICT", "INVALID", "FORBIDDEN", "NOT_FOUND"]);
class Refused extends Error {}

/** Writes until told to end; a write whose outcome is not known is repeated with its key until it is. */
async function writeOn(name: string, goesOn: () => boolean, written: Written[]) {
  for (let number = 1; goesOn(); number++) {
    // As the database has it.
    const badge = `${name}-${number}`.toUpperCase();
    let id: string | undefined;
    while (!(id = await write(badge))) await restarted;
    written.push({ badge, id });
  }
}

async function kill(kind: (typeof kinds)[number]) {
  const postmaster = await findPostmaster(await placeServer(folder, () => {}));
  if (kind !== "server") process.kill(postmaster!.pid, "SIGKILL");
  if (kind === "database") return;
  const ended = once(server.process, "exit");
  server.process.kill("SIGKILL");
  restarted = ended.then(restart);
  await restarted;
}

async function restart() {
  server = await serveApart(database.applicationUrl, server.port);
}

test.each(Array.from({ length: rounds }, (_, round) => kinds.map((kind) => [kind, round + 1] as const)).flat())(
  "no write is lost or done twice: kill of %s, round %i",
  async (kind, round) => {
    const written: Written[] = [];
    let killed = false;
    const enough = () => written.length >= 30;
    const loads = Array.from({ length: writers }, (_, index) =>
      writeOn(`${kind}-${round}-${index}`, () => !killed || !enough(), written),
    );
    await expect.poll(() => written.length, { timeout: 60_000 }).toBeGreaterThan(writers);
    const before = written.length;
    await kill(kind);
    await expect.poll(() => written.length, { timeout: 120_000 }).toBeGreaterThan(before + writers);
    killed = true;
    await Promise.all(loads);
    const repeated = await Promise.all(written.slice(-20).map(async ({ badge, id }) => [id, await write(badge)]));
    expect(repeated.filter(([first, again]) => first !== again)).toEqual([]);
    expect(await lostOrDouble(written)).toEqual([]);
    await doesJobs(`KJ${kinds.indexOf(kind)}${round}`);
  },
  longest,
);

/** The queue goes on, on a server that has outlived its database too. */
async function doesJobs(letters: string) {
  const { body } = await send(server.port, clerk, {
    path: "/imports?kind=GRIDS",
    headers: { "content-type": "multipart/form-data; boundary=edge", "x-maple-import": "1" },
    body: largeFile(5, letters),
  });
  const { id } = JSON.parse(body) as { id: string };
  const input = { idempotencyKey: `check-${letters}`, id, openedOn: "2025-01-01", createStations: true };
  await asked("mutation ($input: CheckImportInput!) { checkImport(input: $input) { status } }", { input });
  const status = async () =>
    (await asked<{ import: { status: string } }>("query ($id: ID!) { import(id: $id) { status } }", { id })).import
      .status;
  await expect.poll(status, { timeout: 60_000, interval: 50 }).toBe("CHECKED");
}

async function asked<T>(query: string, variables: object): Promise<T> {
  const { body } = await ask(server.port, clerk, query, variables);
  return (JSON.parse(Buffer.from(body, "latin1").toString()) as { data: T }).data;
}

/** What the database holds of what was acknowledged, and whether the log that tells of it is whole. */
async function lostOrDouble(written: Written[]): Promise<string[]> {
  const superuser = postgres(database.superuserUrl, { max: 1 });
  const badges = written.map(({ badge }) => badge);
  const members = await superuser<
    { badge: string; id: string }[]
  >`select badge, id from members where badge = any(${badges})`;
  const entries = await superuser<{ id: string; count: number }[]>`
    select entity_id as id, count(*)::int as count from audit_entries where entity_id = any(${written.map(({ id }) => id)}::uuid[]) group by 1`;
  const [chain] = await superuser`select audit_chain_break(${ground.id}) as broken`;
  await superuser.end();
  const held = new Map(members.map(({ badge, id }) => [badge, id]));
  const told = new Map(entries.map(({ id, count }) => [id, count]));
  return [
    ...written.filter(({ badge, id }) => held.get(badge) !== id).map(({ badge }) => `${badge} is lost`),
    ...written
      .filter(({ id }) => told.get(id) !== 1)
      .map(({ badge, id }) => `${badge} is told ${told.get(id) ?? 0} times`),
    ...(members.length === badges.length ? [] : [`${members.length} members of ${badges.length}`]),
    ...(chain!["broken"] === null ? [] : [`the audit chain breaks at ${chain!["broken"]}`]),
  ];
}
