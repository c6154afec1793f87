import type { Contender } from "./contenders.ts";
import { cpuOf, cpuOfFamily } from "./cpu.ts";
import { openDatabase, screensPlace } from "./databases.ts";
import { type Ground, groundsOf } from "./ground.ts";
import { loadPlacesWork } from "./lay-work.ts";
import { load, Refused, type Request } from "./load.ts";
import { trustedQueries } from "../support/trusted-queries.ts";
import { cases, differing, openedIn, operationOf } from "./screen-operations.ts";
import { startOurs } from "./start-contenders.ts";
import { median, quantile } from "./statistics.ts";
import { tableOf } from "./table.ts";

const heading = [
  "operation of the screens",
  "kB",
  "median ms",
  "p95 ms",
  "CPU ms",
  "10×: kB",
  "median ms",
  "p95 ms",
  "CPU ms",
  "median grows",
  "CPU grows",
];

interface Measured {
  bytes: number;
  milliseconds: number[];
  cpu: number;
  /** What it was told instead of an answer. */
  refusal?: string;
}

/** Every query of the screens by itself, one after another, in a bureau of 225 grids and in one of 2,250. */
export async function measureScreens(effort: { seconds: number; rounds: number; keep: string | undefined }) {
  const texts = knownQueries();
  const database = await openDatabase(screensPlace, effort.keep);
  const stopping: (() => Promise<unknown>)[] = [];
  try {
    const ours = await startOurs(database, { demo: false, profiles: undefined, stopping });
    await loadPlacesWork(database.superuserUrl, screensPlace);
    const grounds = await groundsOf(database.sql, screensPlace.codes, 4);
    const opened = [];
    for (const { bureauId } of grounds) opened.push(await openedIn(database.sql, bureauId));
    const rows: string[][] = [];
    for (const [name, variablesOf] of Object.entries(cases)) {
      const measured = grounds.map((): Measured => ({ bytes: 0, milliseconds: [], cpu: 0 }));
      for (let round = 0; round < effort.rounds; round++)
        for (const [index, ground] of grounds.entries()) {
          const variables = variablesOf(opened[index]!);
          const body = JSON.stringify({ query: texts.get(operationOf(name)), variables });
          if (!measured[index]!.refusal)
            await measure(measured[index]!, ours, ground, body, database.postmaster, effort);
        }
      rows.push(rowOf(name, measured));
    }
    console.log(`\n${tableOf(heading, rows)}`);
  } finally {
    await Promise.all(stopping.map((stop) => stop()));
    await database.close();
  }
}

/** The screens' queries; refuses where one of them has no case here. */
function knownQueries(): Map<string, string> {
  const texts = trustedQueries();
  const others = differing(new Set(texts.keys()));
  if (others.length > 0) throw new Error(`screen-operations.ts and the screens differ in ${others.join(", ")}.`);
  return texts;
}

async function measure(
  sum: Measured,
  { port, pid }: Contender,
  { tokens }: Ground,
  body: string,
  postmaster: number,
  { seconds, rounds }: { seconds: number; rounds: number },
) {
  const request: Request = { path: "/graphql", headers: { authorization: `Bearer ${tokens[0]}` }, body };
  const ask = () => request;
  try {
    if (sum.milliseconds.length === 0) await load(port, ask, 1, 0.3);
    const before = cpuOf(pid) + cpuOfFamily(postmaster);
    const sample = await load(port, ask, 1, seconds / rounds);
    sum.cpu += cpuOf(pid) + cpuOfFamily(postmaster) - before;
    sum.milliseconds.push(...sample.milliseconds);
    sum.bytes = sample.bytes;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    sum.refusal = /"code":"(\w+)"/.exec(error.message)?.[1] ?? "refused";
  }
}

function rowOf(name: string, [small, large]: Measured[]): string[] {
  const columns = ({ bytes, milliseconds, cpu, refusal }: Measured) =>
    refusal
      ? [refusal, "", "", ""]
      : [
          (bytes / 1_000).toFixed(1),
          median(milliseconds).toFixed(1),
          quantile(milliseconds, 0.95).toFixed(1),
          (cpu / milliseconds.length).toFixed(1),
        ];
  const cpuOfOne = ({ cpu, milliseconds }: Measured) => cpu / milliseconds.length;
  const growth = (of: (measured: Measured) => number) =>
    small!.refusal || large!.refusal ? "" : `${(of(large!) / of(small!)).toFixed(1)} ×`;
  return [
    name,
    ...columns(small!),
    ...columns(large!),
    growth(({ milliseconds }) => median(milliseconds)),
    growth(cpuOfOne),
  ];
}
