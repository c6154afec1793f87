import { parseArgs } from "node:util";
import { compete, heading } from "./compete.ts";
import { delayCommits, openDatabase, type Place, placeOf } from "./databases.ts";
import { assertEqual } from "./equality.ts";
import { groundsOf } from "./ground.ts";
import { layWork } from "./lay-work.ts";
import { measureLive } from "./live.ts";
import { measureMaking } from "./making.ts";
import { peers } from "./peers.ts";
import { forgetPosts, scenariosOf } from "./scenarios.ts";
import { measureScreens } from "./screens.ts";
import { measureSigning } from "./signing.ts";
import { startContenders } from "./start-contenders.ts";
import { tableOf } from "./table.ts";
import { measureTicking } from "./ticking.ts";
import { weekNames, weekScenariosOf } from "./week-scenarios.ts";
import { workNames } from "./work-scenarios.ts";

/** Our server as it runs in production against others, in turn, on one embedded PostgreSQL. CONTRIBUTING.md tells of the options. */
const { positionals: named, values } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: "string", default: "one" },
    items: { type: "string" },
    runs: { type: "string" },
    among: { type: "string" },
    grids: { type: "string", default: "50000" },
    against: { type: "string", default: "reference,limit" },
    keep: { type: "string" },
    seconds: { type: "string", default: "2" },
    rounds: { type: "string", default: "7" },
    clients: { type: "string", default: "16" },
    "fsync-ms": { type: "string" },
    profiles: { type: "string" },
  },
});
const alone = ["live", "ticking", "making", "signing", "screens"];
const operations = ["overview", "page", "grid", "assign", ...workNames, ...weekNames, ...alone];
const unknown = named.filter((name) => !operations.includes(name));
if (unknown.length > 0) throw new Error(`There is no ${unknown.join(", ")}; there are ${operations.join(", ")}.`);
const whole = placeOf(values.size, { items: ifGiven(values.items), runs: ifGiven(values.runs) });
const place = { ...whole, codes: whole.codes.slice(0, ifGiven(values.among)) };
const effort = { seconds: above0(values.seconds), rounds: above0(values.rounds), clients: above0(values.clients) };
const delay = ifGiven(values["fsync-ms"]);
const compared = operations.filter((name) => !alone.includes(name) && (named.length === 0 || named.includes(name)));

if (compared.length > 0) await compareAll(place);
if (named.includes("live")) await measureLive(place, { seconds: effort.seconds, keep: values.keep });
if (named.includes("ticking")) await measureTicking(place, { keep: values.keep });
if (named.includes("making")) await measureMaking(place, { grids: above0(values.grids) });
if (named.includes("signing")) await measureSigning(place, { keep: values.keep });
if (named.includes("screens")) await measureScreens({ ...effort, keep: values.keep });

async function compareAll(place: Place) {
  const isDemo = place.datasets.length === 0;
  const database = await openDatabase(place, values.keep);
  const { sql, postmaster } = database;
  const stopping: (() => Promise<unknown>)[] = [];
  try {
    const contenders = await startContenders(database, values.against.split(","), {
      demo: isDemo,
      profiles: values.profiles,
      stopping,
    });
    const { codes } = place;
    const grounds = await groundsOf(sql, codes, Math.ceil(effort.clients / codes.length));
    await forgetPosts(sql);
    if (isDemo) await sql`vacuum analyze`;
    console.log(`${grounds.length} bureaus, ${effort.clients} clients`);
    const ofWork = new Set([...workNames, ...weekNames]);
    const work = compared.some((name) => ofWork.has(name))
      ? await layWork(database, place, grounds, effort)
      : undefined;
    const weeks = compared.some((name) => weekNames.includes(name)) ? await weekScenariosOf(sql, grounds) : [];
    stopping.push(async () => work?.takeAway());
    const scenarios = [...scenariosOf(grounds), ...(work?.scenarios ?? []), ...weeks];
    for (const scenario of scenarios.filter(({ name }) => compared.includes(name))) {
      const asked = contenders.filter(({ name }) => !ofWork.has(scenario.name) || !(name in peers));
      for (const other of asked.slice(1)) await assertEqual(scenario, asked[0]!, other, sql);
      if (scenario.write && delay) {
        await delayCommits(sql, delay);
        console.log(`\n${delay} ms for each commit`);
      }
      const isAlone = codes.length === 1;
      const warmUp = isAlone ? 1 : 3;
      console.log(
        `\n${tableOf(heading, await compete(scenario, asked, effort, { sql, postmaster, warmUp, bureaus: codes.length, isAlone }))}`,
      );
    }
  } finally {
    await delayCommits(sql, undefined);
    await forgetPosts(sql);
    await Promise.all(stopping.map((stop) => stop()));
    await database.close();
  }
}

function ifGiven(text: string | undefined): number | undefined {
  return text === undefined ? undefined : above0(text);
}

function above0(text: string): number {
  const number = Number(text);
  if (!(number > 0)) throw new Error(`${text} is no number above 0.`);
  return number;
}
