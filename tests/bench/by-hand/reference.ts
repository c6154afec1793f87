import { createServer } from "node:http";
import postgres from "postgres";
import { answers } from "./answers.ts";
import { type Cell, type HandDatabase, type Input, settings, type Statement, type Values } from "./database.ts";

/** The best that node:http and postgres.js can do: what we are compared with. */
const [url, port] = [process.env["BENCH_DATABASE_URL"]!, Number(process.env["BENCH_PORT"])];

const connect = (max: number) =>
  postgres(url, { max, fetch_types: false, max_lifetime: null, connection: { ...settings, enable_seqscan: "off" } });
const [short, long, writes] = [connect(1), connect(2), await connect(1).reserve()];

const ask = (sql: Pick<typeof short, "unsafe">, text: string, values: Values) =>
  sql.unsafe(text, [...values], { prepare: true }).values() as unknown as Promise<Cell[][]> & { execute(): unknown };

const database: HandDatabase = {
  short: (text, values) => ask(short, text, values),
  long: (text, values) => ask(long, text, values),
  async write(statements: readonly Statement[]) {
    const all = [{ text: "begin", values: [] }, ...statements, { text: "commit", values: [] }];
    const sent = all.map(({ text, values }) => {
      const query = ask(writes, text, values);
      query.execute();
      return query;
    });
    return (await Promise.all(sent)).slice(1, -1);
  },
};

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", async () => {
    try {
      const input = JSON.parse(Buffer.concat(chunks).toString("utf8")) as Input;
      const json = Buffer.from(await answers[request.url!.slice(1)]!(database, input));
      response.writeHead(200, { "content-type": "application/json", "content-length": json.length });
      response.end(json);
    } catch (error) {
      console.error(error);
      response.writeHead(500, { "content-length": 0 });
      response.end();
    }
  });
});

server.keepAliveTimeout = 60_000;
server.listen(port, "127.0.0.1", () => console.log("ready"));
process.on("SIGTERM", () => process.exit(0));
