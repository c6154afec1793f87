import { createServer } from "node:http";
import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { handwritten } from "./handwritten.ts";

/**
 * The contender: node:http and one handwritten prepared statement for each answer, whose JSON text goes out as it is. No
 * session, no limits, no row-level security (it is signed in as the superuser), no validation.
 */
const [url, bureauId, port] = [
  process.env["BARE_DATABASE_URL"]!,
  process.env["BARE_BUREAU"]!,
  Number(process.env["BARE_PORT"]),
];
// The audit log's trigger works under row-level security, whoever writes.
const bureau = { "maple.bureau_id": bureauId };
const sql = postgres(url, {
  max: 4,
  fetch_types: false,
  connection: { plan_cache_mode: "force_generic_plan", ...bureau },
});

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", async () => {
    try {
      const json = await answer(
        request.url!.slice(1),
        JSON.parse(Buffer.concat(chunks).toString("utf8")) as Record<string, string>,
      );
      response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(json) });
      response.end(json);
    } catch (error) {
      console.error(error);
      response.writeHead(500, { "content-length": 0 });
      response.end();
    }
  });
});

async function answer(name: string, input: Record<string, string>): Promise<string> {
  const { text, values } = handwritten[name]!;
  const rows = await sql.unsafe<{ json: string }[]>(text, values({ bureauId, newId: randomUUID, input }), {
    prepare: true,
  });
  return rows[0]!.json;
}

server.keepAliveTimeout = 60_000;
server.listen(port, "127.0.0.1", () => console.log("ready"));
process.on("SIGTERM", () => process.exit(0));
