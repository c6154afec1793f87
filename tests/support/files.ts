import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openFolder } from "@maple-bridge/server/kernel/files/disk-files";

/** A folder for the photos of a process's servers, which goes with it. */
const folder = mkdtempSync(join(tmpdir(), "maple-bridge-photos-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

export const testFiles = openFolder(folder);
