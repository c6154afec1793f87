import type { AddressInfo } from "node:net";
import { buildApp } from "@maple-bridge/server";
import { say } from "@maple-bridge/server/face/progress";
import { stopOnSignal } from "@maple-bridge/server/face/stop-on-signal";

/** A server as `npm start` runs it, on the database that it is told of. */
const [databaseUrl] = process.argv.slice(2);
if (!databaseUrl) throw new Error("Name the database.");
const stopping = stopOnSignal();
const app = await buildApp({ databaseUrl, trusted: "any" });
stopping.add(() => app.close());
await app.fastify.listen({ port: 0, host: "127.0.0.1" });
say(`port ${(app.fastify.server.address() as AddressInfo).port}`);
