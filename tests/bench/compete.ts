import type { Sql } from "postgres";
import type { Contender } from "./contenders.ts";
import { cpuOf, cpuOfFamily } from "./cpu.ts";
import { load, type Sample } from "./load.ts";
import type { Scenario } from "./scenarios.ts";
import { median, quantile } from "./statistics.ts";

export interface Effort {
  seconds: number;
  rounds: number;
  clients: number;
}

interface Round extends Sample {
  /** Milliseconds of CPU for each request. */
  server: number;
  postgres: number;
}

/** All in turn, warmed first; ratios are of neighbouring rounds. */
export async function compete(scenario: Scenario, contenders: readonly Contender[], effort: Effort, of: Measured) {
  const asking = contenders.map((contender) => {
    const next = scenario.asking(contender.number);
    return () => contender.requestOf(scenario, next());
  });
  const rounds = contenders.map((): Round[] => []);
  const beginAgain = async (isDue: boolean | undefined) => isDue && (await scenario.write?.beginAgain(of.sql));
  for (const [index, { port }] of contenders.entries()) {
    await beginAgain(scenario.write?.usesUp);
    await load(port, asking[index]!, effort.clients, of.warmUp, warmUpOfEach * of.bureaus);
  }
  for (let round = 0; round < effort.rounds; round++) {
    for (const [index, contender] of contenders.entries()) {
      await beginAgain(scenario.write?.usesUp ?? of.isAlone);
      rounds[index]!.push(await measure(contender, asking[index]!, effort, of));
    }
  }
  return contenders.map(({ name }, index) => rowOf(scenario.name, name, rounds[0]!, rounds[index]!));
}

/** Who asks a bureau for the first time looks up who asks, and brings its pages in: nobody is measured doing it. */
const warmUpOfEach = 3;

export interface Measured {
  sql: Sql;
  postmaster: number;
  warmUp: number;
  /** Each is asked in the warm-up. */
  bureaus: number;
  /** One bureau takes all the writes of a round, so that they would weigh on the next; among many they do not. */
  isAlone: boolean;
}

async function measure(
  { port, pid }: Contender,
  next: Parameters<typeof load>[1],
  { clients, seconds }: Effort,
  { postmaster }: Measured,
): Promise<Round> {
  const before = [cpuOf(pid), cpuOfFamily(postmaster)] as const;
  const sample = await load(port, next, clients, seconds);
  const count = sample.milliseconds.length;
  return {
    ...sample,
    server: (cpuOf(pid) - before[0]) / count,
    postgres: (cpuOfFamily(postmaster) - before[1]) / count,
  };
}

export const heading = [
  "operation",
  "server",
  "per second",
  "median ms",
  "p95 ms",
  "p99 ms",
  "CPU ms: server",
  "PostgreSQL",
  "ours ÷ its rate",
  "its ÷ our CPU",
];

function rowOf(scenario: string, name: string, ours: readonly Round[], its: readonly Round[]): string[] {
  const times = its.flatMap(({ milliseconds }) => milliseconds);
  const middle = (of: (round: Round, index: number) => number, digits: number) => median(its.map(of)).toFixed(digits);
  const cpu = ({ server, postgres }: Round) => server + postgres;
  return [
    scenario,
    name,
    middle(({ perSecond }) => perSecond, 0),
    ...[0.5, 0.95, 0.99].map((share) => quantile(times, share).toFixed(2)),
    middle(({ server }) => server, 2),
    middle(({ postgres }) => postgres, 2),
    ...(its === ours
      ? ["", ""]
      : [
          middle(({ perSecond }, index) => ours[index]!.perSecond / perSecond, 2),
          middle((round, index) => cpu(round) / cpu(ours[index]!), 2),
        ]),
  ];
}
