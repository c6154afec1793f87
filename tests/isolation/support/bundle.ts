import { mkdirSync } from "node:fs";
import { readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    serveApart: string;
  }
}

const program = fileURLToPath(new URL("serve.ts", import.meta.url));
/** Where Node knows it again from the run before. */
const bundled = fileURLToPath(new URL("../../../node_modules/.cache/serve-apart.mjs", import.meta.url));

/**
 * The server that is killed, as one file: it is started some twenty times, and to find and read eight hundred files of ours is a third of
 * what it does before it serves.
 */
export default async function setup(project: TestProject) {
  const { outputFiles } = await build({
    ...{ entryPoints: [program], write: false, bundle: true, format: "esm", platform: "node", target: "node24" },
    // GraphQL's types are called as their classes are.
    ...{ keepNames: true, conditions: [], logLevel: "error", plugins: [whatIsNotOurs, whereItStands] },
  });
  mkdirSync(dirname(bundled), { recursive: true });
  const unfinished = `${bundled}.${process.pid}`;
  await writeFile(unfinished, outputFiles![0]!.contents);
  await rename(unfinished, bundled);
  project.provide("serveApart", bundled);
}

const ours = "@maple-bridge/";

/** Packages are imported from where they are: some look for what lies beside them. */
const whatIsNotOurs: Plugin = {
  name: "what is not ours",
  setup(work) {
    work.onResolve({ filter: /^[^./#]/ }, async ({ path, kind, pluginData, importer, resolveDir }) => {
      if (kind === "entry-point" || path.startsWith(ours) || path.startsWith("node:") || pluginData === ours) return;
      const found = await work.resolve(path, { kind, resolveDir, importer, pluginData: ours });
      return found.errors.length > 0 ? { errors: found.errors } : { path: found.path, external: true };
    });
  },
};

/** Our files find others by where they stand. */
const whereItStands: Plugin = {
  name: "where it stands",
  setup(work) {
    work.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      if (!text.includes("import.meta.url")) return;
      return { loader: "ts", contents: text.replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href)) };
    });
  },
};
