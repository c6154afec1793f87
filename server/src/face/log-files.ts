import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** The law asks for six months. */
const keptDays = 180;
const dayMs = 86_400_000;

export const dayOf = (time: Date) => time.toISOString().slice(0, 10);

/** Gives the file its day and a number for a name: server.log becomes server.2026-11-28.1.log. */
export function setAside(path: string, day: string) {
  for (let number = 1; ; number++) {
    const aside = path.replace(/(\.log)?$/, `.${day}.${number}.log`);
    if (!existsSync(aside)) return renameSync(path, aside);
  }
}

/** Removes what was set aside so long ago that it need not be kept, and gives its names. */
export function removeOld(path: string, now: Date): string[] {
  const oldest = dayOf(new Date(now.getTime() - keptDays * dayMs));
  const start = `${basename(path).replace(/\.log$/, "")}.`;
  const old = readdirSync(dirname(path)).filter((name) => {
    const day = name.startsWith(start) && /^(\d{4}-\d\d-\d\d)\.\d+\.log$/.exec(name.slice(start.length))?.[1];
    return day && day < oldest;
  });
  for (const name of old) rmSync(join(dirname(path), name), { force: true });
  return old;
}
