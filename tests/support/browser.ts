import { accessSync, constants, existsSync } from "node:fs";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { delimiter, join } from "node:path";
import type { Browser } from "playwright-core";
import { chromium } from "playwright-core";

/** Without windows, a headless shell opens a page for a quarter of the work. */
const names = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
];
const applications = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/snap/bin/chromium",
];
/** What Playwright turns off where it matters to a journey, since Chromium heeds the last such list alone; and two pages that each window of Chromium loads for suggestions under its address bar, which nobody sees. */
const featuresOff = [
  ...["AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades", "MediaRouter"],
  ...["HttpsFirstBalancedModeAutoEnable", "LensOverlay", "PaintHolding", "ThirdPartyStoragePartitioning"],
  ...["AvoidCorsURLLoaderRestartOnRedirect", "OptimizationHints", "NetworkTimeServiceQuerying", "AimEnabled"],
  ...["TcpPortRandomizationWin", "PreconnectToSearch", "WebUIOmniboxPopup", "WebUIOmniboxAimPopup"],
];
/** A page of a journey is gone before code that was optimised for it has paid for that. */
const withoutOptimising = "--js-flags=--no-opt,--no-maglev";
const flags = [
  ...["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
  ...["--disable-component-update", "--disable-sync", `--disable-features=${featuresOff.join(",")}`],
  withoutOptimising,
];
/** The first that there is. */
const browsers = ["chromium-headless-shell", "chromium"];
const font = "fonts-noto-cjk";
const advice = `Install them (Debian: apt-get install -y chromium ${font}) or set MAPLE_CHROMIUM to a Chromium's path.`;

const isRoot = process.getuid?.() === 0;

/** Makes sure that the journeys have a Chromium and a font for Chinese, installing them where we may. */
export async function ensureBrowser() {
  if (findChromium() && hasChineseFont()) return;
  if (isRoot && existsSync("/usr/bin/apt-get")) await install();
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

async function install() {
  console.log("installing Chromium and a font for the tests in a browser");
  await run("update", "-qq");
  await run(...quietly, "fontconfig", font);
  for (const browser of browsers) if (!findChromium()) await run(...quietly, browser);
}

const quietly = ["install", "-y", "-qq", "--no-install-recommends"];

/** Whether it went well is seen by what is there afterwards. */
async function run(...args: string[]) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await once(spawn("apt-get", args, { stdio: "inherit", env }), "close");
}
