import { randomInt } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { figuresOf } from "@maple-bridge/drizzle/figures";
import { type DemoBureau, seedDemo } from "@maple-bridge/drizzle/seed";
import { refreshStatistics } from "@maple-bridge/drizzle/statistics";
import { hashPassword } from "#modules/auth";
import type { FileStore } from "#kernel/files/file-store";
import type { Postgres } from "#postgres/types";
import { demoMeans } from "./demo-means.ts";
import { demoPhotos, photosIn } from "./demo-photos.ts";
import { say, table } from "./progress.ts";
import type { Settings } from "./settings.ts";

const letters = "abcdefghjkmnpqrstuvwxyz23456789";

interface FirstStart {
  at: string;
  hasDemo: boolean;
}

interface Opened {
  opening: Promise<Postgres>;
  /** When others are at work on it, who need none of our time. */
  underWay: Promise<unknown>;
}

/** At the first start on this data: the demo bureaus, unless they are not wanted. What needs no database is done while that one is opened. */
export async function loadDemo(postgres: Opened, files: FileStore, { dataFolder, isEmpty, demoPassword }: Settings) {
  const marker = join(dataFolder, "first-start.json");
  if (existsSync(marker)) return tellWhere(JSON.parse(readFileSync(marker, "utf8")) as FirstStart);
  const now = new Date();
  if (isEmpty) say("no demo bureaus; npm run maple -- create-bureau makes a bureau of your own");
  else await seed(postgres, keepPassword(dataFolder, demoPassword), files, now);
  await postgres.opening;
  writeFileSync(marker, JSON.stringify({ at: now.toISOString(), hasDemo: !isEmpty } satisfies FirstStart));
}

export const demoPasswordFile = (dataFolder: string) => join(dataFolder, "demo-password");

async function seed({ opening, underWay }: Opened, password: string, files: FileStore, now: Date) {
  const loaded: string[] = [];
  const log = (line: string) => {
    loaded.push(line);
    say(`  ${line}`);
  };
  const means = { passwordHash: await hashPassword(password), ...demoMeans, ...photosIn(files, await demoPhotos()) };
  await underWay;
  const { bureaus } = await seedDemo({
    async open() {
      const { applicationUrl } = await opening;
      say("loading the demo bureaus (their people are invented)");
      return applicationUrl;
    },
    ...means,
    ...{ now, log },
    async learn() {
      const { ownerUrl } = await opening;
      if (ownerUrl) await refreshStatistics(ownerUrl);
    },
  });
  if (loaded.length === 0) say("  they are there already, with the password they were made with");
  else say(`\n${accountsOf(bureaus)}\n\n  password of all of them: ${password}\n\n${figuresTold(now)}\n`);
}

/** Kept before it is used: a start that was broken off goes on with the same one. */
function keepPassword(dataFolder: string, wanted: string | undefined): string {
  const file = demoPasswordFile(dataFolder);
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  const password = wanted ?? newPassword();
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  return password;
}

function tellWhere({ hasDemo }: FirstStart) {
  if (hasDemo)
    say("demo accounts such as admin@410481 and admin@140802; npm run maple -- demo-password shows their password");
}

/** Each figure that is published of the demo's stations, with the address that opens its rows. */
const figuresTold = (now: Date) =>
  table(
    figuresOf(now).map(({ account, says, count, of, address }) => [
      account,
      says,
      of ? `${count}/${of.count}` : count.toLocaleString("en"),
      address,
    ]),
  );

const accountsOf = (bureaus: readonly DemoBureau[]) =>
  table(
    bureaus.flatMap(({ name: bureau, code, accounts }) =>
      accounts.map(({ name, role, displayName }, index) => [
        index === 0 ? bureau : "",
        `${name}@${code}`,
        role,
        displayName,
      ]),
    ),
  );

function newPassword() {
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join("");
  return `maple-${group()}-${group()}-${group()}`;
}
