import { plainDays } from "../../support/plain-days.ts";
import { type App, buildApp } from "@maple-bridge/server";
import postgres, { type Sql } from "postgres";
import { freshDatabase, type TestDatabase } from "../../support/database.ts";
import { type Caller, layCallers, layNewcomer } from "./callers.ts";
import { type Ground, layGround, layUnrecorded } from "./ground.ts";

export interface Answer {
  status: number;
  headers: Record<string, unknown>;
  body: string;
}

export interface Ask {
  query: string;
  variables?: Record<string, unknown>;
}

/** Two bureaus, a and b, on a database of their own, with a server before them and everyone who may ask. */
export interface Stage extends TestDatabase {
  app: App;
  superuser: Sql;
  a: Ground;
  b: Ground;
  callers: Caller[];
  newcomer: Caller;
  /** Of the other bureau, who sees all of it. */
  other: Caller;
  ask(caller: Caller, ask: Ask): Promise<Answer>;
}

let closings: (() => Promise<unknown>)[] = [];

/** Those of the file that has ended: the next one runs in the same process. */
export async function closeStages() {
  const open = closings;
  closings = [];
  await Promise.all(open.map((close) => close()));
}

const unlimited = { signedIn: Infinity, strangers: Infinity };

export async function setStage(): Promise<Stage> {
  const database = await freshDatabase();
  const superuser = postgres(database.superuserUrl, { max: 1, onnotice: () => {}, types: plainDays });
  closings.push(() => superuser.end());
  // Documents that ask for all there is become statements whose best plan takes longer to find than a plain one to run.
  const name = new URL(database.superuserUrl).pathname.slice(1);
  for (const limit of ["join_collapse_limit", "from_collapse_limit"])
    await superuser`alter database ${superuser(name)} set ${superuser(limit)} = 1`;
  const [a, b] = [await layGround(superuser, "a"), await layGround(superuser, "b")];
  const callers = await layCallers(superuser, a);
  const newcomer = await layNewcomer(a);
  const [other] = await layCallers(superuser, b);
  await superuser`analyze`;
  const app = await buildApp({ databaseUrl: database.applicationUrl, trusted: "any", rates: unlimited });
  await app.fastify.ready();
  for (const ground of [a, b]) await layUnrecorded(ground);
  closings.push(() => app.close());
  return {
    ...database,
    app,
    superuser,
    a,
    b,
    callers,
    newcomer,
    other: other!,
    ask: (caller, ask) => send(app, caller, ask),
  };
}

async function send(app: App, { headers }: Caller, payload: Ask): Promise<Answer> {
  const response = await app.fastify.inject({ method: "POST", url: "/graphql", headers, payload });
  return { status: response.statusCode, headers: response.headers, body: response.body };
}
