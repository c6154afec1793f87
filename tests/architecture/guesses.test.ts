import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const source = fileURLToPath(new URL("../../server/src", import.meta.url));
const files = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
  .map((name) => ({ name: relative(source, join(source, name)), text: readFileSync(join(source, name), "utf8") }));
const holding = (pattern: RegExp) => files.filter(({ text }) => pattern.test(text)).map(({ name }) => name);

it("a password is compared in one place, which claims the try before it looks", () => {
  // What encrypts a backup opens nothing of a server's: its file may be tried by whoever has it.
  const ofBackups = "operator/backup/envelope.ts";
  expect(holding(/@node-rs\/argon2|\b(scrypt|pbkdf2)\(/).sort()).toEqual(["modules/auth/password-hash.ts", ofBackups]);
  expect(holding(/\bisPassword\b/).sort()).toEqual(["modules/auth/password-hash.ts", "modules/auth/password-try.ts"]);
  expect(holding(/timingSafeEqual/)).toEqual([]);
});

it("what else is looked up by a secret is one of 256 random bits, which nobody guesses", () => {
  const stores = holding(/secret_hash = \$/).sort();
  expect(stores).toEqual(["kernel/database/identity.ts", "modules/auth/known-device.store.ts"]);
});
