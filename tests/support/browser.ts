import { accessSync, constants, existsSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { delimiter, join } from "node:path";
import type { Browser } from "playwright-core";
import { chromium } from "playwright-core";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const applications = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/snap/bin/chromium",
];
const flags = [
  ...["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
  ...["--disable-component-update", "--disable-sync"],
];
const packages = ["chromium", "fonts-noto-cjk"];
const advice = `Install them (Debian: apt-get install -y ${packages.join(" ")}) or set MAPLE_CHROMIUM to a Chromium's path.`;

const isRoot = process.getuid?.() === 0;

/** Makes sure that the journeys have a Chromium and a font for Chinese, installing them where we may. */
export function ensureBrowser() {
  if (findChromium() && hasChineseFont()) return;
  if (isRoot && existsSync("/usr/bin/apt-get")) install();
  if (!findChromium()) throw new Error(`No Chromium was found for the tests in a browser. ${advice}`);
  if (!hasChineseFont())
    throw new Error(`No font with Chinese characters was found for the tests in a browser. ${advice}`);
}

export function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error(`No Chromium was found. ${advice}`);
  return chromium.launch({ executablePath, args: isRoot ? ["--no-sandbox", ...flags] : flags });
}

function findChromium(): string | undefined {
  const named = process.env["MAPLE_CHROMIUM"];
  if (named && !mayRun(named)) throw new Error(`MAPLE_CHROMIUM names ${named}, which cannot be run.`);
  if (named) return named;
  const folders = (process.env["PATH"] ?? "/usr/bin").split(delimiter);
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...applications].find(mayRun);
}

function mayRun(path: string) {
  if (!existsSync(path)) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** fontconfig is on every Linux with Chromium; other systems bring such fonts with them. */
function hasChineseFont() {
  if (process.platform !== "linux") return true;
  const listed = spawnSync("fc-list", [":lang=zh-cn", "family"], { encoding: "utf8" });
  return listed.status === 0 && listed.stdout.trim() !== "";
}

function install() {
  console.log(`installing ${packages.join(" and ")} for the tests in a browser`);
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const args of [
    ["update", "-qq"],
    ["install", "-y", "-qq", "--no-install-recommends", ...packages, "fontconfig"],
  ]) {
    spawnSync("apt-get", args, { stdio: "inherit", env: environment });
  }
}
