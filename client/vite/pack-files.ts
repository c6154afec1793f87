import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Plugin } from "vite";

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

const worthIt = /\.(js|css|svg|ttf|json)$/;
const smallest = 1_024;

/** Beyond are the editor and the workers of the API page; as tight as can be takes fifteen seconds there, and a tenth less comes of it. */
const largestPackedTightly = 300_000;

/** What is sent packed is packed once, as tightly as can be, and not for each visitor. */
export const packFiles = (): Plugin => ({
  name: "pack-files",
  apply: "build",
  async writeBundle({ dir }) {
    const names = await readdir(dir!, { recursive: true });
    await Promise.all(names.filter((name) => worthIt.test(name)).map((name) => pack(join(dir!, name))));
  },
});

async function pack(path: string) {
  const bytes = await readFile(path);
  if (bytes.length < smallest) return;
  const quality = bytes.length > largestPackedTightly ? 9 : constants.BROTLI_MAX_QUALITY;
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  await writeFile(`${path}.br`, await brotli(bytes, { params }));
  await writeFile(`${path}.gz`, await zip(bytes, { level: 9 }));
}
