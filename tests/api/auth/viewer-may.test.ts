import type { Role } from "@maple-bridge/server/kernel/actor";
import { beforeAll, expect, test } from "vitest";
import { type Bureau, makeBureau } from "../../support/bureau.ts";
import { type Client, newKey } from "../../support/client.ts";
import { makeDivision, makeGrid, makeMember, makeStation } from "../grids/ground.ts";

const roles: Role[] = ["BUREAU_ADMINISTRATOR", "STATION_CHIEF", "DISPATCHER", "MEMBER", "AUDITOR"];

/** A row, how it is seen, and the command of each action with an input that is wrong, but may be tried. */
interface Case {
  seenBy: string;
  id?: string;
  commands: Record<string, [mutation: string, input: object]>;
}

let bureau: Bureau;
let cases: Case[];
let places: string[];

beforeAll(async () => {
  bureau = await makeBureau();
  const [here, there] = [await makeStation(bureau), await makeStation(bureau)];
  places = [bureau.rootId, here];
  const day = "2026-11-22";
  const moment = `${day}T00:00:00Z`;
  const expectedVersion = 1_000;
  const ofGrid = async (stationId: string): Promise<Case> => {
    const { id } = await makeGrid(bureau, stationId);
    const member = await makeMember(bureau, stationId);
    const update = { id, expectedVersion };
    return {
      seenBy: "Grid",
      id,
      commands: {
        UPDATE_GRID: ["updateGrid", update],
        MOVE_GRID: ["moveGrid", { ...update, stationId }],
        CLOSE_GRID: ["closeGrid", { ...update, on: day }],
        REOPEN_GRID: ["reopenGrid", update],
        ASSIGN_MEMBERS: ["assignMember", { gridId: id, memberId: member.id, duty: "MEDIATOR" }],
      },
    };
  };
  const ofMember = async (unitId: string): Promise<Case> => {
    const { id } = await makeMember(bureau, unitId);
    return {
      seenBy: "Member",
      id,
      commands: {
        MANAGE_MEMBERS: ["updateMember", { id, expectedVersion }],
        RECORD_ABSENCE: ["recordAbsence", { memberId: id, from: moment, to: moment, reason: "" }],
      },
    };
  };
  const ofUnit = (id: string): Case => ({
    seenBy: "Unit",
    id,
    commands: {
      MANAGE_UNITS: ["updateUnit", { id, expectedVersion }],
      MANAGE_MEMBERS: ["createMember", { badge: "", name: "", kind: "OFFICER", unitId: id }],
      CREATE_GRID: ["createGrid", { code: "", name: "", kind: "VILLAGE", stationId: id }],
    },
  });
  const divisionId = await makeDivision(bureau);
  const account = await bureau.signIn({ role: "MEMBER", unitId: there });
  const [unitId, role] = [bureau.id, "AUDITOR"];
  cases = [
    ...(await Promise.all([here, there].flatMap((each) => [ofGrid(each), ofMember(each)]))),
    ...[here, there].map(ofUnit),
    {
      seenBy: "Division",
      id: divisionId,
      commands: { MANAGE_DIVISIONS: ["updateDivision", { id: divisionId, expectedVersion, name: "村" }] },
    },
    {
      seenBy: "Account",
      id: account.accountId,
      commands: {
        MANAGE_ACCOUNTS: ["updateAccount", { id: account.accountId, expectedVersion }],
        MANAGE_ROLES: ["grantRole", { accountId: account.accountId, role, unitId }],
      },
    },
    {
      seenBy: "bureau",
      commands: {
        MANAGE_UNITS: ["createUnit", { parentId: there, kind: "TEAM", name: "" }],
        MANAGE_DIVISIONS: ["createDivision", { code: "1", name: "" }],
        // In a part of it at least.
        MANAGE_MEMBERS: ["createMember", { badge: "", name: "", kind: "OFFICER", unitId: here }],
        CREATE_GRID: ["createGrid", { code: "", name: "", kind: "VILLAGE", stationId: here }],
      },
    },
    {
      seenBy: "sessionPolicy",
      commands: { UPDATE_SESSION_POLICY: ["updateSessionPolicy", { idleMinutes: 0, hours: 0, expectedVersion }] },
    },
    {
      seenBy: "viewer",
      commands: {
        MANAGE_ACCOUNTS: ["createAccount", { name: "-", displayName: "", roles: [] }],
        CREATE_API_TOKEN: ["createApiToken", { name: "", scope: "READ", expiresAt: moment }],
      },
    },
  ];
});

const isKept = new Set(["FORBIDDEN", "NOT_FOUND"]);

async function expectAgreement(client: Client, { seenBy, id, commands }: Case) {
  const document = id
    ? `{ row: node(id: "${id}") { ... on ${seenBy} { viewerMay } } }`
    : `{ row: ${seenBy} { viewerMay } }`;
  const { row } = await client.run(document);
  for (const [action, [mutation, input]] of Object.entries(commands)) {
    const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
    const { code } = await client.refused(
      `mutation ($input: ${mutation === "grantRole" ? "GrantRoleInput" : type}!) { ${mutation}(input: $input) { __typename } }`,
      { input: { idempotencyKey: newKey(), ...input } },
    );
    // A row out of sight looks absent, whoever asks for it; so does the place in the bureau that a command is about.
    const kept = id && !row ? "NOT_FOUND" : "FORBIDDEN";
    const done = !isKept.has(code) ? "may" : id ? code : "FORBIDDEN";
    expect([seenBy, action, done]).toEqual([seenBy, action, row?.viewerMay.includes(action) ? "may" : kept]);
  }
}

test.each(roles)("what a %s is shown to be allowed is what the commands let pass", async (role) => {
  for (const unitId of places) {
    const client = await bureau.signIn({ role, unitId });
    for (const each of cases) await expectAgreement(client, each);
  }
});

test("a token that only reads is shown what it may read, and nothing else", async () => {
  const { accountId } = bureau.administrator;
  const reader = await bureau.token(accountId, "READ");
  const {
    viewer,
    accounts,
    auditChain,
    bureau: own,
  } = await reader.run("{ viewer { viewerMay } accounts { totalCount } auditChain { isIntact } bureau { viewerMay } }");
  expect(viewer.viewerMay).toEqual(["SEE_ACCOUNTS", "READ_AUDIT_LOG"]);
  expect([accounts.totalCount > 1, auditChain.isIntact, own.viewerMay]).toEqual([true, true, []]);
});
