import { assertApplicationRole, assertServerVersion } from "@maple-bridge/server/postgres/assert-server";
import { placeServer } from "@maple-bridge/server/postgres/place";
import { findPostmaster, stopOrphan } from "@maple-bridge/server/postgres/postmaster";
import { startPostgres } from "@maple-bridge/server/postgres/start";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Sql } from "postgres";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addressIn } from "../support/address-in.ts";
import { claimTestFolder, removeTestFolder } from "../support/test-folder.ts";

let dataDir: string;
const messages: string[] = [];
const log = (message: string) => void messages.push(message);

beforeAll(async () => {
  dataDir = await claimTestFolder();
});

afterAll(() => removeTestFolder(dataDir));

test("the server of a start that was killed is stopped, and its data is there", async () => {
  const program = fileURLToPath(new URL("start-postgres.ts", import.meta.url));
  const start = spawn(process.execPath, ["--import", "tsx", program, dataDir], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  await once(start.stdout, "data");
  const orphan = await findPostmaster(await placeServer(dataDir, log));
  start.kill("SIGKILL");
  await once(start, "exit");

  await withServer(async ({ applicationUrl }) => {
    expect(messages).toContain("stopping the PostgreSQL that a killed start left behind");
    expect((await findPostmaster(await placeServer(dataDir, log)))?.pid).not.toBe(orphan?.pid);
    await withClient(applicationUrl, async (sql) => expect(await sql`select 1 as one`).toEqual([{ one: 1 }]));
  });
});

test("a server that has ended by itself before it is stopped is no fault", async () => {
  const ended = spawn(process.execPath, ["--version"], { stdio: "ignore" });
  await once(ended, "exit");
  const place = await placeServer(dataDir, log);
  const orphan = { pid: ended.pid!, parent: 1, startedAt: "0", command: "postgres" };
  await expect(stopOrphan(place, orphan, log)).resolves.toBeUndefined();
});

test("a server that dies under load is started again, and the pool recovers without a crash", async () => {
  await withServer(async (server) => {
    const respawned = new Promise<void>((resolve) => server.onRespawn(resolve));
    const postmaster = await findPostmaster(await placeServer(dataDir, log));
    await withClient(server.applicationUrl, async (sql) => {
      let alive = true;
      let lost = 0;
      const busy = Array.from({ length: 50 }, async () => {
        while (alive) await sql`select repeat('枫', 5000)`.catch(() => (lost += 1));
      });
      await sql`select 1`;
      process.kill(postmaster?.pid ?? 0, "SIGKILL");
      await respawned;
      alive = false;
      await Promise.all(busy);
      expect(lost).toBeGreaterThan(0);
      expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
    });
  });
});

test("a second start on the same data is refused, unless it shares the server", async () => {
  await withServer(async (server) => {
    await expect(startPostgres({ dataDir, log })).rejects.toThrow(`Process ${process.pid} runs PostgreSQL`);
    const shared = await startPostgres({ dataDir, log, share: true });
    expect(shared.applicationUrl).toBe(server.applicationUrl);
    await shared.stop();
    await withClient(server.applicationUrl, async (sql) => expect(await sql`select 1`).toHaveLength(1));
  });
});

test("of two starts at once one runs the server, and what comes after them leaves it alone", async () => {
  const start = () => startPostgres({ dataDir, log, durability: "none" });
  const starts = await Promise.allSettled([start(), startPostgres({ dataDir, log, share: true }), start()]);
  const running = starts.filter((each) => each.status === "fulfilled").map(({ value }) => value);
  const refused = starts.filter((each) => each.status === "rejected").map(({ reason }) => String(reason));
  try {
    expect(new Set(running.map(({ applicationUrl }) => applicationUrl)).size).toBe(1);
    for (const reason of refused) expect(reason).toContain(`Process ${process.pid} runs PostgreSQL`);
    expect(refused.length).toBeGreaterThan(0);
    const place = await placeServer(dataDir, log);
    const postmaster = await findPostmaster(place);
    await (await startPostgres({ dataDir, log, share: true })).stop();
    expect(await findPostmaster(place)).toEqual(postmaster);
    await withClient(running[0]!.applicationUrl, async (sql) => expect(await sql`select 1`).toHaveLength(1));
  } finally {
    for (const server of running) await server.stop();
  }
});

test("a supervisor's file that names a process of another time holds nobody up", async () => {
  const { home } = await placeServer(dataDir, log);
  await writeFile(join(home, "supervisor.pid"), `${process.pid} 1 ready\n`);
  await withServer(async ({ applicationUrl }) => {
    await withClient(applicationUrl, async (sql) => expect(await sql`select 1`).toHaveLength(1));
  });
});

test("a lock file that names another program's process is removed", async () => {
  const { cluster } = await placeServer(dataDir, log);
  await writeFile(join(cluster, "postmaster.pid"), `${process.pid}\n${cluster}\n`);
  await withServer(async ({ applicationUrl }) => {
    await withClient(applicationUrl, async (sql) => expect(await sql`select 1`).toHaveLength(1));
  });
});

test("passwords are in a file that only its owner reads, and page checksums are on", async () => {
  await withServer(async (server) => {
    const { home } = await placeServer(dataDir, log);
    const file = join(home, "credentials.json");
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readFile(file, "utf8")).toContain(new URL(server.applicationUrl).password);
    await withClient(server.applicationUrl, async (sql) => {
      expect(await sql`show data_checksums`).toEqual([{ data_checksums: "on" }]);
    });
  });
});

test("it is reached through a socket that its user alone comes to, and listens on no port; what a killed one left there holds nobody up", async () => {
  const { home } = await placeServer(dataDir, log);
  const folder = join(home, "socket");
  await withServer(async ({ applicationUrl }) => {
    expect(addressIn(applicationUrl)).toEqual({ path: expect.stringContaining(`${folder}/.s.PGSQL.`) });
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    await withClient(applicationUrl, async (sql) =>
      expect(await sql`select inet_server_addr() as address, current_setting('listen_addresses') as listens`).toEqual([
        { address: null, listens: "" },
      ]),
    );
    const { path } = addressIn(applicationUrl) as { path: string };
    await writeFile(`${path}.left.lock`, `${process.pid}\n`);
  });
  await withServer(async () => expect((await readdir(folder)).filter((name) => name.includes("left"))).toEqual([]));
});

test("where the folder's path is too long for a socket, it is reached through a port of this machine alone", async () => {
  const deep = join(dataDir, "a".repeat(90));
  const server = await startPostgres({ dataDir: deep, log, durability: "none" });
  try {
    expect(addressIn(server.applicationUrl)).toEqual({ host: "127.0.0.1", port: expect.any(Number) });
    await withClient(server.applicationUrl, async (sql) =>
      expect(await sql`select host(inet_server_addr()) as address`).toEqual([{ address: "127.0.0.1" }]),
    );
  } finally {
    await server.stop();
  }
});

test("only a role that owns nothing and is nobody mighty may be the application's", async () => {
  await withServer(async ({ superuserUrl, ownerUrl, applicationUrl }) => {
    await withClient(applicationUrl, assertServerVersion);
    await withClient(applicationUrl, assertApplicationRole);
    await withClient(superuserUrl, (sql) =>
      expect(assertApplicationRole(sql)).rejects.toThrow("postgres is a superuser"),
    );
    await withClient(ownerUrl, (sql) =>
      expect(assertApplicationRole(sql)).rejects.toThrow("maple_owner owns the database maple"),
    );
    await withClient(superuserUrl, (sql) => sql`grant maple_owner to maple_app`);
    await withClient(applicationUrl, (sql) => expect(assertApplicationRole(sql)).rejects.toThrow("maple_owner owns"));
    await withClient(superuserUrl, (sql) => sql`revoke maple_owner from maple_app`);
    await withClient(superuserUrl, (sql) => sql`alter role maple_app bypassrls`);
    await withClient(applicationUrl, (sql) =>
      expect(assertApplicationRole(sql)).rejects.toThrow("maple_app has BYPASSRLS"),
    );
  });
});

async function withServer(work: (server: Awaited<ReturnType<typeof startPostgres>>) => Promise<void>) {
  const server = await startPostgres({ dataDir, log, durability: "none" });
  try {
    await work(server);
  } finally {
    await server.stop();
  }
}

async function withClient(url: string, work: (sql: Sql) => PromiseLike<unknown>) {
  const sql = postgres(url, { max: 4, backoff: () => 0.01, onnotice: () => {} });
  try {
    await work(sql);
  } finally {
    await sql.end();
  }
}
