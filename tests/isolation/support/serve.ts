import type { AddressInfo } from "node:net";
import { buildApp } from "@maple-bridge/server";

/** A server in a process of its own, to be killed: tells its port, and ends with whoever started it. */
const [databaseUrl, port] = process.argv.slice(2);
if (!databaseUrl) throw new Error("Name the database.");
const app = await buildApp({ databaseUrl, trusted: "any" });
await app.fastify.listen({ port: Number(port ?? 0), host: "127.0.0.1" });
console.log(`ready ${(app.fastify.server.address() as AddressInfo).port}`);
process.stdin.once("end", () => process.exit()).resume();
