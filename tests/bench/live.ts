import { get, type IncomingMessage } from "node:http";
import type { Sql } from "postgres";
import { newId } from "@maple-bridge/server/kernel/ids";
import { hashOfSecret, newSecret, sessionText } from "@maple-bridge/server/kernel/secrets";
import { type BenchDatabase, openDatabase, type Place } from "./databases.ts";
import { groundsOf } from "./ground.ts";
import { loadPlacesWork } from "./lay-work.ts";
import { startOurs } from "./start-contenders.ts";
import { quantile } from "./statistics.ts";
import { tableOf } from "./table.ts";
import { workGroundsOf } from "./work-ground.ts";
import { forgetIssued, issuing } from "./work-scenarios.ts";

const listeners = 100;
const perSecond = 50;
/** However long it is asked for. */
const mostSeconds = 60;
const warmUpSeconds = 2;

interface Listener {
  /** When events came, in the order they did. */
  heard: number[];
  stop(): void;
}

/**
 * A hundred open streams of one bureau while orders are issued there: how long after an order was sent each stream has heard of it. An
 * event says that something has changed and not what, so it counts from the sending to the first event after the answer: what is told
 * is never less than it was.
 */
export async function measureLive(place: Place, { seconds, keep }: { seconds: number; keep: string | undefined }) {
  const [code] = place.codes;
  const database = await openDatabase(place, keep);
  const stopping: (() => unknown)[] = [];
  try {
    const { port } = await startOurs(database, {
      demo: place.datasets.length === 0,
      profiles: undefined,
      stopping: stopping as never,
    });
    await loadPlacesWork(database.superuserUrl, place);
    const heard = await listen(database, port, code!);
    stopping.push(() => heard.forEach(({ stop }) => stop()));
    const writes = await write(database.sql, port, code!, Math.min(seconds, mostSeconds));
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    report(writes, heard);
  } finally {
    await forgetIssued(database.sql);
    await Promise.all(stopping.map((stop) => stop()));
    await database.close();
  }
}

/** Streams of sessions, as browsers open them: no more of one session or account than the server allows. */
async function listen({ sql }: BenchDatabase, port: number, code: string): Promise<Listener[]> {
  const accounts = await sql<{ bureauId: string; accountId: string }[]>`
    select a.bureau_id as "bureauId", a.id as "accountId" from accounts a join bureaus b using (bureau_id)
    where b.code = ${code} and a.disabled_at is null and not a.must_change_password and exists (select from role_grants g where g.bureau_id = a.bureau_id and g.account_id = a.id)
    order by a.name limit 12`;
  const sessions = await Promise.all(
    Array.from({ length: Math.ceil(listeners / 10) }, async (_, index) => {
      const { bureauId, accountId } = accounts[index % accounts.length]!;
      const secret = newSecret();
      await sql`insert into sessions (bureau_id, id, account_id, secret_hash, expires_at) values (${bureauId}, ${newId()}, ${accountId}, ${hashOfSecret(secret)}, now() + interval '1 hour')`;
      return `maple_session=${sessionText(bureauId, secret)}`;
    }),
  );
  return Promise.all(Array.from({ length: listeners }, (_, index) => open(port, sessions[index % sessions.length]!)));
}

const open = (port: number, cookie: string) =>
  new Promise<Listener>((resolve, reject) => {
    const heard: number[] = [];
    const request = get(
      { host: "127.0.0.1", port, path: "/events", headers: { cookie } },
      (response: IncomingMessage) => {
        if (response.statusCode !== 200) return reject(new Error(`The stream was refused: ${response.statusCode}`));
        response.setEncoding("utf8");
        response.on("data", (text: string) => {
          if (text.includes("WorkItem")) heard.push(performance.now());
        });
        response.on("error", () => {});
        resolve({ heard, stop: () => request.destroy() });
      },
    );
    request.on("error", reject);
  });

interface Written {
  sent: number;
  answered: number;
}

/** One order every 20 ms, whether those before are answered or not; the first of them only warm the server. */
async function write(sql: Sql, port: number, code: string, seconds: number): Promise<Written[]> {
  const grounds = await workGroundsOf(sql, await groundsOf(sql, [code], 8), 1);
  const next = issuing(grounds, 0);
  const began = performance.now();
  const all: Promise<Written>[] = [];
  for (let index = 0; index < (warmUpSeconds + seconds) * perSecond; index++) {
    const due = began + (index * 1_000) / perSecond;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    const { query, variables, ground } = next();
    all.push(send(port, ground.tokens[index % ground.tokens.length]!, JSON.stringify({ query, variables })));
  }
  return (await Promise.all(all)).slice(warmUpSeconds * perSecond);
}

async function send(port: number, token: string, body: string): Promise<Written> {
  const sent = performance.now();
  const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, { method: "POST", headers, body });
  const text = await response.text();
  if (!response.ok || text.includes('"errors"')) throw new Error(`Refused: ${text.slice(0, 500)}`);
  return { sent, answered: performance.now() };
}

function report(writes: readonly Written[], all: readonly Listener[]) {
  const delays: number[] = [];
  const afterAnswer: number[] = [];
  let unheard = 0;
  for (const { heard } of all)
    for (const { sent, answered } of writes) {
      const at = heard.find((each) => each >= answered) ?? heard.findLast((each) => each >= sent);
      if (at === undefined) unheard++;
      else {
        delays.push(at - sent);
        afterAnswer.push(Math.max(0, at - answered));
      }
    }
  const rate = writes.length / ((writes.at(-1)!.sent - writes[0]!.sent) / 1_000);
  const answers = writes.map(({ sent, answered }) => answered - sent);
  const columns = (times: readonly number[]) => [0.5, 0.95, 0.99, 1].map((share) => quantile(times, share).toFixed(0));
  const told = [
    ["answer to the writer", String(answers.length), ...columns(answers)],
    ["event at a listener", String(delays.length), ...columns(delays)],
    ["that after the answer", String(afterAnswer.length), ...columns(afterAnswer)],
  ];
  console.log(`\n${all.length} listeners, ${rate.toFixed(0)} orders a second; ms from the sending of the order`);
  console.log(tableOf(["until", "times", "median", "p95", "p99", "longest"], told));
  const late = delays.filter((each) => each > 1_000).length;
  console.log(`${late} later than a second, ${unheard} never`);
}
