import type { AddressInfo } from "node:net";
import { buildApp } from "@maple-bridge/server";
import { openFolder } from "@maple-bridge/server/kernel/files/disk-files";

/** A server in a process of its own, to be killed: tells its port, and ends with whoever started it. */
const [databaseUrl, port, folder] = process.argv.slice(2);
if (!databaseUrl) throw new Error("Name the database.");
// With a folder for files, a job writes even what is little.
const files = folder ? { files: await openFolder(folder), mostExportedAtOnce: 1 } : {};
const app = await buildApp({ databaseUrl, trusted: "any", ...files });
await app.fastify.listen({ port: Number(port ?? 0), host: "127.0.0.1" });
console.log(`ready ${(app.fastify.server.address() as AddressInfo).port}`);
process.stdin.once("end", () => process.exit()).resume();
