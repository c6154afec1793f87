import { parseArgs } from "node:util";
import { compete, heading } from "./compete.ts";
import { delayCommits, openDatabase, type Place, placeOf } from "./databases.ts";
import { assertEqual } from "./equality.ts";
import { groundsOf } from "./ground.ts";
import { forgetPosts, scenariosOf } from "./scenarios.ts";
import { measureScreens } from "./screens.ts";
import { startContenders } from "./start-contenders.ts";
import { tableOf } from "./table.ts";

/** Our server as it runs in production against others, in turn, on one embedded PostgreSQL. CONTRIBUTING.md tells of the options. */
const { positionals: named, values } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: "string", default: "one" },
    against: { type: "string", default: "reference,limit" },
    keep: { type: "string" },
    seconds: { type: "string", default: "2" },
    rounds: { type: "string", default: "7" },
    clients: { type: "string", default: "16" },
    "fsync-ms": { type: "string" },
    profiles: { type: "string" },
  },
});
const operations = ["overview", "page", "grid", "assign", "screens"];
const unknown = named.filter((name) => !operations.includes(name));
if (unknown.length > 0) throw new Error(`There is no ${unknown.join(", ")}; there are ${operations.join(", ")}.`);
const place = placeOf(values.size);
const effort = { seconds: above0(values.seconds), rounds: above0(values.rounds), clients: above0(values.clients) };
const delay = values["fsync-ms"] === undefined ? undefined : above0(values["fsync-ms"]);
const compared = operations.filter((name) => name !== "screens" && (named.length === 0 || named.includes(name)));

if (compared.length > 0) await compareAll(place);
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
    for (const scenario of scenariosOf(grounds).filter(({ name }) => compared.includes(name))) {
      for (const other of contenders.slice(1)) await assertEqual(scenario, contenders[0]!, other, sql);
      if (scenario.isWrite && delay) {
        await delayCommits(sql, delay);
        console.log(`\n${delay} ms for each commit`);
      }
      const isAlone = codes.length === 1;
      const warmUp = isAlone ? 1 : 3;
      console.log(
        `\n${tableOf(heading, await compete(scenario, contenders, effort, { sql, postmaster, warmUp, isAlone }))}`,
      );
    }
  } finally {
    await delayCommits(sql, undefined);
    await forgetPosts(sql);
    await Promise.all(stopping.map((stop) => stop()));
    await database.close();
  }
}

function above0(text: string): number {
  const number = Number(text);
  if (!(number > 0)) throw new Error(`${text} is no number above 0.`);
  return number;
}
