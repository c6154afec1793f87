import { answers } from "./answers.ts";
import type { HandDatabase, Input } from "./database.ts";
import { serveByHand } from "./http-by-hand.ts";
import { connectByHand } from "./postgres-by-hand.ts";

/** The limit: the reference's SQL, with HTTP and PostgreSQL's protocol written by hand. */
const url = process.env["BENCH_DATABASE_URL"]!;
const [short, writes, ...long] = await Promise.all([1, 2, 3, 4].map(() => connectByHand(url)));
let turn = 0;

const database: HandDatabase = {
  short: short!,
  long: (text, values) => long[turn++ % long.length]!(text, values),
  async write(statements) {
    const all = [{ text: "begin", values: [] }, ...statements, { text: "commit", values: [] }];
    return (await Promise.all(all.map(({ text, values }) => writes!(text, values)))).slice(1, -1);
  },
};

serveByHand(
  Number(process.env["BENCH_PORT"]),
  (path, body) => answers[path]!(database, JSON.parse(body) as Input),
  () => console.log("ready"),
);
process.on("SIGTERM", () => process.exit(0));
