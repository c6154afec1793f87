import { type App, buildApp } from "@maple-bridge/server";
import type { Role } from "@maple-bridge/server/kernel/actor";
import { inBureau } from "@maple-bridge/server/kernel/database/in-bureau";
import { newId } from "@maple-bridge/server/kernel/ids";
import { hashOfSecret, newSecret, sessionText, tokenText } from "@maple-bridge/server/kernel/secrets";
import { randomBytes } from "node:crypto";
import type { Sql } from "postgres";
import { type Client, clientOf } from "./client.ts";
import { type TestDatabase, workerDatabase } from "./database.ts";
import { testFiles } from "./files.ts";

/** The time the server goes by; null for the real one. */
export const clock: { at: Date | null } = { at: null };
export const now = () => clock.at ?? new Date();

interface Running extends TestDatabase {
  app: App;
}

/** Every server of this worker seals by it. */
export const sealKey = randomBytes(32);

let running: Promise<Running> | undefined;

/** The server of this worker, on its database: started for its first test file, and ended with the process. */
export const theServer = (): Promise<Running> => (running ??= start());

async function start(): Promise<Running> {
  const database = await workerDatabase();
  const options = {
    databaseUrl: database.applicationUrl,
    files: await testFiles,
    sealKey,
    trusted: "any",
    now,
  } as const;
  return { ...database, app: await buildApp(options) };
}

export interface Bureau {
  id: string;
  code: string;
  /** The root of the unit tree. */
  rootId: string;
  app: App;
  administrator: SignedIn;
  /** Nobody: no session and no token. */
  stranger: Client;
  /** A new account with one role (several with `grants`), signed in. */
  signIn(as: {
    role: Role;
    unitId?: string;
    memberId?: string;
    grants?: Grant[];
    mustChangePassword?: boolean;
    /** Without them, any. */
    name?: string;
    displayName?: string;
  }): Promise<SignedIn>;
  /** A client with a new API token of the account. */
  token(accountId: string, scope?: "READ" | "WRITE"): Promise<Client>;
  /** Statements as the application's role with the bureau's identity, in one transaction. */
  sql<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
}

export interface SignedIn extends Client {
  accountId: string;
  accountName: string;
  sessionId: string;
}

export interface Grant {
  role: Role;
  unitId: string;
}

/** What no password hashes to: these accounts sign in by a session that was put there. */
const noPassword = "$argon2id$none";

const dutyHolders = {
  RESPONSIBLE_OFFICER: ["OFFICER"],
  AUXILIARY: ["AUXILIARY"],
  MEDIATOR: ["MEDIATOR", "LAWYER", "VOLUNTEER"],
  SECURITY_DIRECTOR: ["SECURITY_DIRECTOR"],
  GRID_WORKER: ["GRID_WORKER", "AUXILIARY"],
};

/** A bureau of its own with its root unit, the usual duties and an administrator who is signed in. */
export async function makeBureau(): Promise<Bureau> {
  const { app } = await theServer();
  const [id, rootId] = [newId(), newId()];
  const code = `t-${newId().slice(-12)}`;
  const sql: Bureau["sql"] = (work) => inBureau(app.database, id, (sql) => work(sql as never));
  await sql(async (sql) => {
    await sql`insert into bureaus ${sql({ bureauId: id, code, name: "测试公安局", createdAt: "2025-01-01T00:00:00Z" })}`;
    await sql`insert into units ${sql({ bureauId: id, id: rootId, kind: "BUREAU", name: "测试公安局", level: 0 })}`;
    const held = Object.entries(dutyHolders).flatMap(([duty, kinds]) =>
      kinds.map((memberKind) => ({ bureauId: id, id: newId(), duty, memberKind })),
    );
    await sql`insert into duty_holders ${sql(held)}`;
  });
  const place = { app, bureauId: id, rootId, sql };
  return {
    id,
    code,
    rootId,
    app,
    sql,
    administrator: await signIn(place, { role: "BUREAU_ADMINISTRATOR" }),
    stranger: clientOf(app, {}),
    signIn: (as) => signIn(place, as),
    token: (accountId, scope = "WRITE") => makeToken(place, accountId, scope),
  };
}

interface Place {
  app: App;
  bureauId: string;
  rootId: string;
  sql: Bureau["sql"];
}

async function signIn({ app, bureauId, rootId, sql }: Place, as: Parameters<Bureau["signIn"]>[0]): Promise<SignedIn> {
  const [accountId, sessionId, secret] = [newId(), newId(), newSecret()];
  const { role, unitId = rootId, memberId = null, grants = [{ role, unitId }], mustChangePassword = false } = as;
  const { name: accountName = `u${accountId.slice(-12)}`, displayName = "测试账号" } = as;
  const expiresAt = new Date(now().getTime() + 12 * 3_600_000);
  await sql(async (sql) => {
    await sql`insert into accounts ${sql({ bureauId, id: accountId, name: accountName, displayName, memberId, passwordHash: noPassword, mustChangePassword })}`;
    await sql`insert into role_grants ${sql(grants.map(({ role, unitId }) => ({ bureauId, id: newId(), accountId, role, unitId })))}`;
    await sql`insert into sessions ${sql({ bureauId, id: sessionId, accountId, secretHash: hashOfSecret(secret), lastSeenAt: now(), expiresAt })}`;
  });
  return {
    ...clientOf(app, { cookie: `maple_session=${sessionText(bureauId, secret)}` }),
    accountId,
    accountName,
    sessionId,
  };
}

async function makeToken({ app, bureauId, sql }: Place, accountId: string, scope: "READ" | "WRITE"): Promise<Client> {
  const secret = newSecret();
  const expiresAt = new Date(now().getTime() + 3_600_000);
  await sql(
    (sql) =>
      sql`insert into api_tokens ${sql({ bureauId, id: newId(), accountId, name: "测试", scope, prefix: "mb_", secretHash: hashOfSecret(secret), createdAt: now(), expiresAt })}`,
  );
  return clientOf(app, { authorization: `Bearer ${tokenText(bureauId, secret)}` });
}
