import { load, type Request, type Sample } from "./load.ts";
import type { Scenario } from "./scenarios.ts";
import { median, quantile } from "./statistics.ts";

export interface Contest {
  ourPort: number;
  barePort: number;
  tokens: string[];
  seconds: number;
  rounds: number;
  clients: number;
}

/** Both in turn, warmed first; the ratio is of each pair of neighbouring rounds. */
export async function compete(scenario: Scenario, contest: Contest): Promise<string> {
  const { ourPort, barePort, tokens, seconds, rounds, clients } = contest;
  const ours: Request = {
    path: "/graphql",
    headers: (client) => ({ authorization: `Bearer ${tokens[client % tokens.length]}` }),
    body: scenario.ours,
  };
  const bare: Request = { path: `/${scenario.name}`, headers: () => ({}), body: scenario.bare };
  await load(ourPort, ours, clients, 1);
  await load(barePort, bare, clients, 1);
  const samples: { ours: Sample; bare: Sample }[] = [];
  for (let round = 0; round < rounds; round++) {
    await scenario.reset?.();
    const ofOurs = await load(ourPort, ours, clients, seconds);
    await scenario.reset?.();
    samples.push({ ours: ofOurs, bare: await load(barePort, bare, clients, seconds) });
  }
  const ratio = median(samples.map((pair) => pair.ours.perSecond / pair.bare.perSecond));
  const row = (of: "ours" | "bare") => {
    const times = samples.flatMap((pair) => pair[of].milliseconds);
    return `${median(samples.map((pair) => pair[of].perSecond))
      .toFixed(0)
      .padStart(7)}/s  median ${median(times).toFixed(2)} ms  p99 ${quantile(times, 0.99).toFixed(2)} ms`;
  };
  return `${scenario.name.padEnd(10)} ours ${row("ours")}   bare ${row("bare")}   ratio ${ratio.toFixed(2)}`;
}
