import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "./settings.ts";

const made = new Set(["node_modules", "dist", "generated"]);

/** A hash over files and folders of the project, by name and content. */
export function hashOfSources(paths: readonly string[]): string {
  const hash = createHash("sha256").update(process.version);
  for (const path of paths) add(path);
  return hash.digest("hex");

  function add(path: string) {
    const full = join(projectFolder, path);
    if (!existsSync(full)) return;
    if (!statSync(full).isDirectory()) return void hash.update(path).update(readFileSync(full));
    for (const name of readdirSync(full).sort()) if (!made.has(name)) add(join(path, name));
  }
}

/** Makes something anew unless it was made from the same sources before; the stamp lies beside what was made. */
export async function makeWhenChanged(stamp: string, sources: readonly string[], make: () => Promise<void>) {
  const file = join(projectFolder, stamp);
  const wanted = hashOfSources(sources);
  if (existsSync(file) && readFileSync(file, "utf8") === wanted) return;
  await make();
  writeFileSync(file, wanted);
}
