import { globSync, readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { fileURLToPath } from "node:url";
import * as tables from "@maple-bridge/drizzle/tables";
import { modules } from "@maple-bridge/server/modules";
import { getTableName, isTable } from "drizzle-orm";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Whose a table is: of the module that has its file's name, but for those that the kernel writes for all or knows who asks by. */
const files: Record<string, string> = {
  accounts: "auth",
  bureaus: "kernel",
  deadlines: "work",
  feedback: "orders",
  handovers: "work",
  runs: "checklists",
  "work-pasts": "work",
};
const ofKernel = new Set(["idempotency_keys", "outbox_events", "units", "members"]);

function ownerOf(exported: string, name: string): string {
  if (ofKernel.has(name)) return "kernel";
  const file = globSync(`${root}/drizzle/tables/*.ts`).find((path) =>
    readFileSync(path, "utf8").includes(`export const ${exported} = pgTable(`),
  );
  const stem = basename(file!, ".ts");
  return files[stem] ?? stem;
}

const owners = new Map<string, string>(
  Object.entries(tables).flatMap(([exported, table]) =>
    isTable(table) ? [[getTableName(table), ownerOf(exported, getTableName(table))] as const] : [],
  ),
);
const order = ["kernel", ...modules.map(({ name }) => name)];

/** Tables that a piece of SQL reads or writes. */
const named = /\b(?:from|join|into|update|using)\s+([a-z_]+)\b/g;

test("every table has a module", () => {
  expect([...owners].filter(([, owner]) => !order.includes(owner))).toEqual([]);
});

test("a module's SQL names no later module's tables: what those have to add, they add themselves", () => {
  const astray = globSync(`${root}/server/src/modules/*/*.ts`)
    .filter((path) => !path.endsWith(".test.ts"))
    .flatMap((path) => {
      const module = basename(dirname(path));
      return [...readFileSync(path, "utf8").matchAll(named)]
        .map(([, table]) => table!)
        .filter((table) => order.indexOf(owners.get(table) ?? "kernel") > order.indexOf(module))
        .map((table) => `${module}/${basename(path)}: ${table}`);
    });
  expect([...new Set(astray)]).toEqual([]);
});
