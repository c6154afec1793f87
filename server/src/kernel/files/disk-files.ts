import { access, constants, mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isId, newId } from "../ids.ts";
import { type FileStore, isDigest, placeOf } from "./file-store.ts";

/** Where files lie until all of them is on the disk. */
const unfinished = "unfinished";
const dayMs = 86_400_000;

/** Files in a folder, readable by their owner alone. */
function diskFiles(folder: string): FileStore {
  const pathOf = (bureauId: string, digest: string) => join(folder, placeOf(bureauId, digest));
  return {
    async put(bureauId, digest, bytes, signal) {
      const path = pathOf(bureauId, digest);
      if ((await sizeOf(path)) === bytes.length) return;
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await writeWhole(join(folder, unfinished, newId()), path, bytes, signal);
    },
    get: (bureauId, digest, signal) =>
      readFile(pathOf(bureauId, digest), { signal }).catch((error: unknown) => whereAbsent(error, null)),
    has: async (bureauId, digest) => (await sizeOf(pathOf(bureauId, digest))) !== undefined,
    delete: (bureauId, digest) => rm(pathOf(bureauId, digest), { force: true }),
  };
}

/** Better now than at the first photo. What was left unfinished by a server that was killed goes. */
export async function openFolder(folder: string): Promise<FileStore> {
  try {
    await mkdir(join(folder, unfinished), { recursive: true, mode: 0o700 });
    await access(folder, constants.W_OK);
    await clearLeft(join(folder, unfinished));
  } catch (error) {
    throw new Error(`The folder ${folder} can't hold files: ${(error as Error).message}`, { cause: error });
  }
  return diskFiles(folder);
}

/** What lies in the folder, some of one bureau's at a time. */
export async function* filesUnder(folder: string, atOnce: number) {
  for (const bureauId of await namesIn(folder))
    if (isId(bureauId))
      for (const beginning of await namesIn(join(folder, bureauId))) {
        const digests = (await namesIn(join(folder, bureauId, beginning))).filter(isDigest);
        for (let start = 0; start < digests.length; start += atOnce) {
          const some = digests.slice(start, start + atOnce);
          yield { bureauId, digests: some, pathOf: (digest: string) => join(folder, placeOf(bureauId, digest)) };
        }
      }
}

const namesIn = (folder: string) => readdir(folder).catch((error: unknown) => whereAbsent<string[]>(error, []));

async function clearLeft(folder: string) {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path);
    if (mtimeMs < Date.now() - dayMs) await rm(path, { force: true });
  }
}

/** Under another name until all of it is on the disk: under its own it is whole or not there. */
async function writeWhole(begun: string, path: string, bytes: Uint8Array, signal: AbortSignal) {
  try {
    const file = await open(begun, "wx", 0o600);
    try {
      await file.writeFile(bytes, { signal });
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(begun, path);
  } catch (error) {
    await rm(begun, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
  await syncFolder(dirname(dirname(path)));
}

async function syncFolder(path: string) {
  const folder = await open(path, constants.O_RDONLY);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

const sizeOf = (path: string) =>
  stat(path).then(
    ({ size }) => size,
    (error: unknown) => whereAbsent(error, undefined),
  );

function whereAbsent<T>(error: unknown, absent: T): T {
  if ((error as NodeJS.ErrnoException).code === "ENOENT") return absent;
  throw error;
}
