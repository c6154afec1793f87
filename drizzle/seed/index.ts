import postgres from "postgres";
import { setJoiningDays, type DemoAccount, type Draft, type Means } from "./draft.ts";
import { logOf } from "./log/log-of.ts";
import { addYearOfAbsences, type Away } from "./past/absences.ts";
import { writeBureau } from "./write.ts";
import { tellWork } from "./work/tell-work.ts";
import { wugang } from "./wugang.ts";
import { xiaoyi } from "./xiaoyi.ts";
import { xinghualing } from "./xinghualing.ts";
import { yanhu } from "./yanhu.ts";

export { closedGridCode, wugangStrength, type Post, type StationStrength } from "./wugang-strength.ts";

interface DemoDraft {
  code: string;
  draftBureau: (means: Means) => Draft;
  away: Away;
  /** The next ones are written once the planner has learnt of its rows. */
  isLearntOf?: boolean;
}

/**
 * The largest first, which takes longest, and then the smallest, of which the planner learns. `away`: of whom the log tells when they were away, and how
 * large a share of them in each third of the year.
 */
const demoBureaus: readonly DemoDraft[] = [
  { code: "410481", draftBureau: wugang, away: { kinds: ["OFFICER", "AUXILIARY"], share: 0.22 } },
  {
    ...{ code: "140107", draftBureau: xinghualing, isLearntOf: true },
    away: { kinds: ["OFFICER", "AUXILIARY"], share: 0.4 },
  },
  { code: "141181", draftBureau: xiaoyi, away: { kinds: ["OFFICER", "GRID_WORKER"], share: 0.22 } },
  {
    code: "140802",
    draftBureau: yanhu,
    away: { kinds: ["OFFICER", "AUXILIARY", "MEDIATOR", "SECURITY_DIRECTOR"], share: 0.25 },
  },
];

export interface SeedOptions extends Means {
  /** Where the database is, once it is there: as the application role, so that row-level security and every constraint hold for the demo too. */
  open: () => Promise<string>;
  passwordHash: string;
  /** Of these codes alone. */
  only?: readonly string[];
  /** Without the thousands of rows that make up what is published. */
  withoutFigures?: boolean;
  /** Has the planner learn of the rows that are there; else what is asked of those of the next bureaus takes longer. */
  learn?(): Promise<void>;
  log(message: string): void;
}

export interface DemoBureau {
  code: string;
  name: string;
  accounts: DemoAccount[];
}

/** Columns and plans as the server's own statements, which take part in it, expect them. */
const asTheServer = {
  onnotice: () => {},
  transform: { column: { from: postgres.toCamel, to: postgres.fromCamel } },
  connection: {
    application_name: "maple-bridge demo",
    jit: "off",
    enable_seqscan: "off",
    plan_cache_mode: "force_generic_plan",
  },
} satisfies postgres.Options<Record<string, postgres.PostgresType>>;

/** Loads the demo bureaus that are not there yet, each written while the next ones are told; all are told of. */
export async function seedDemo(options: SeedOptions): Promise<{ bureaus: DemoBureau[] }> {
  const [first, ...others] = demoBureaus.filter(({ code }) => options.only?.includes(code) ?? true);
  const toldFirst = first && tellOf(first, options);
  const client = postgres(await options.open(), { ...asTheServer, max: demoBureaus.length });
  try {
    const loaded = toldFirst ? await loadAll(toldFirst, others) : [];
    for (const { isNew, summary } of loaded) if (isNew) options.log(summary);
    return { bureaus: loaded.map(({ bureau }) => bureau) };
  } finally {
    await client.end();
  }

  /** The rows of each are told while those of the one before are written, which the database is busy with for some time. */
  async function loadAll(told: Told, [second, ...others]: readonly DemoDraft[]): Promise<Loaded[]> {
    let onBusy = () => {};
    const busy = new Promise<void>((resolve) => (onBusy = resolve));
    const loading = load(told, onBusy).finally(onBusy);
    const rest = second ? busy.then(() => loadAll(tellOf(second, options), others)) : [];
    const [loaded, after] = await Promise.all([loading, rest]);
    return [loaded, ...after];
  }

  async function load({ draft, log, isLearntOf }: Told, onBusy: () => void): Promise<Loaded> {
    const writing = { passwordHash: options.passwordHash, onBusy: isLearntOf ? () => {} : onBusy };
    const isNew = await writeBureau(client, draft, log, writing);
    if (isNew && isLearntOf) await options.learn?.();
    return { isNew, summary: summaryOf(draft), bureau: bureauOf(draft) };
  }
}

interface Loaded {
  isNew: boolean;
  summary: string;
  bureau: DemoBureau;
}

interface Told {
  draft: Draft;
  log: ReturnType<typeof logOf>;
  isLearntOf: boolean;
}

function tellOf({ draftBureau, away, isLearntOf = false }: DemoDraft, options: SeedOptions): Told {
  const draft = draftBureau(options);
  setJoiningDays(draft);
  addYearOfAbsences(draft, away);
  draft.work = tellWork(draft, { hasFigures: !options.withoutFigures });
  return { draft, log: logOf(draft), isLearntOf };
}

function summaryOf({ name, code, grids, members, work }: Draft): string {
  const strength = members.filter(({ leftOn }) => !leftOn).length;
  return `${name} ${code}: ${grids.length} grids, ${strength} members, ${work?.matters.length ?? 0} matters`;
}

const bureauOf = ({ code, name, accounts }: Draft): DemoBureau => ({
  code,
  name,
  accounts: accounts
    .filter(({ memberId, isPointedOut }) => !memberId || isPointedOut)
    .map(({ name, role, displayName }) => ({ name, role, displayName })),
});
