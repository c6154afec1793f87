import type { Role } from "@maple-bridge/server/kernel/actor";
import { buildSchema, isObjectType } from "graphql";
import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { makeBureau } from "../../support/bureau.ts";
import type { Client } from "../../support/client.ts";
import { makeStation } from "../grids/ground.ts";
import { type Case, makeCases, type Place } from "./actions-to-try.ts";
import { actionsOn, endOf } from "./rows-to-act-on.ts";

const roles: Role[] = ["BUREAU_ADMINISTRATOR", "STATION_CHIEF", "DISPATCHER", "MEMBER", "AUDITOR"];

let place: Place;

beforeAll(async () => {
  const bureau = await makeBureau();
  place = { bureau, here: await makeStation(bureau), there: await makeStation(bureau) };
});

/** What only reads: no command. */
const readings = new Set(["SEE_ACCOUNTS", "READ_AUDIT_LOG"]);
const isKept = new Set(["FORBIDDEN", "NOT_FOUND"]);

async function expectAgreement(client: Client, { row, commands }: Case) {
  const actions = await actionsOn(client, row);
  expect([row.type, Object.keys(commands)]).toEqual([
    row.type,
    expect.arrayContaining((actions ?? []).filter((action) => !readings.has(action))),
  ]);
  for (const [action, [mutation, input]] of Object.entries(commands)) {
    const { code } = await endOf(client, mutation, input);
    // A row out of sight looks absent, whoever asks for it; so does the place in the bureau that a command is about.
    const kept = row.id && !actions ? "NOT_FOUND" : "FORBIDDEN";
    const done = !isKept.has(code) ? "may" : row.id ? code : "FORBIDDEN";
    expect([row.type, action, done]).toEqual([row.type, action, actions?.includes(action) ? "may" : kept]);
  }
}

test.each(roles)("what a %s is shown to be allowed is what the commands let pass", async (role) => {
  const { bureau, here } = place;
  for (const unitId of [bureau.rootId, here]) {
    const client = await bureau.signIn({ role, unitId });
    for (const each of await makeCases(place)) await expectAgreement(client, each);
  }
});

test("every type that tells what the viewer may is tried", async () => {
  const schema = buildSchema(readFileSync(new URL("../../../schema/schema.graphql", import.meta.url), "utf8"));
  const telling = Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) && "viewerMay" in type.getFields(),
  );
  // What may be done with work is tried by random walks of everybody, step by step.
  const tried = new Set(["WorkItem", ...(await makeCases(place)).map(({ row }) => row.type)]);
  expect([...tried].sort()).toEqual(telling.map(({ name }) => name).sort());
});

test("a token that only reads is shown what it may read, and nothing else", async () => {
  const { accountId } = place.bureau.administrator;
  const reader = await place.bureau.token(accountId, "READ");
  const {
    viewer,
    accounts,
    auditChain,
    bureau: own,
  } = await reader.run("{ viewer { viewerMay } accounts { totalCount } auditChain { isIntact } bureau { viewerMay } }");
  expect(viewer.viewerMay).toEqual(["SEE_ACCOUNTS", "READ_AUDIT_LOG"]);
  expect([accounts.totalCount > 1, auditChain.isIntact, own.viewerMay]).toEqual([true, true, []]);
});
