// Runs on whatever Node the machine has (18 or later): installs what is missing, then starts the task on the project's own Node.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const binaries = join(root, "node_modules", ".bin");
const stamp = join(root, "node_modules", ".maple-installed");
const pnpm = "pnpm@12.21.0";
const longestStop = 15_000;
// npm signals the shell between it and us, which ends without a word to us.
const underNpm = Boolean(process.env.npm_lifecycle_event);
const parent = process.ppid;

const tasks = {
  start: "server/src/main.ts",
  build: "server/src/build.ts",
  dev: "server/src/dev.ts",
  maple: "server/src/maple.ts",
  "db:reset": "server/src/db-reset.ts",
  bench: "tests/bench/run.ts",
  test: "tests/support/run.ts",
  "test:long": "tests/support/run-long.ts",
  verify: "tests/support/verify.ts",
};

const [task = "", ...rest] = process.argv.slice(2);
const entry = tasks[task];
if (!entry) {
  console.error(`Usage: node server/launch.mjs <${Object.keys(tasks).join("|")}> [arguments]`);
  process.exit(2);
}

process.exitCode = (await install()) || (await runTask());

async function install() {
  const wanted = fingerprint();
  if (existsSync(join(binaries, "node")) && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return 0;
  console.log("installing what the project needs (the first time it takes a minute or two)");
  rmSync(stamp, { force: true });
  const environment = { ...process.env, CI: "true", PATH: pathWithout(binaries) };
  const code = await run("npx", ["-y", pnpm, "install", "--frozen-lockfile"], { env: environment });
  if (code === 0) writeFileSync(stamp, wanted);
  else console.error(`The installation failed (exit code ${code}): see above.`);
  return code;
}

function runTask() {
  const node = realpathSync(join(binaries, "node"));
  const [leash, nearImports] = ["leash.mjs", "near-imports.mjs"].map(
    (name) => pathToFileURL(join(root, "server", name)).href,
  );
  const environment = {
    ...process.env,
    PATH: [binaries, process.env.PATH].join(delimiter),
    TSX_TSCONFIG_PATH: join(root, "tsconfig.json"),
    NODE_COMPILE_CACHE: join(root, "node_modules", ".cache", "node"),
  };
  // In a group of its own, a Ctrl-C that the terminal gives to npm and to us reaches the task once: from us.
  return run(node, ["--import", leash, "--import", nearImports, "--import", "tsx", join(root, entry), ...rest], {
    env: environment,
    detached: true,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
}

function run(command, args, options) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: "inherit", ...options });
    let stopping;
    const stop = (signal) => {
      if (stopping) return;
      child.kill(signal === "SIGHUP" ? "SIGTERM" : signal);
      stopping = setTimeout(() => child.kill("SIGKILL"), longestStop);
    };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
    const watching = underNpm && setInterval(() => process.ppid === parent || stop("SIGTERM"), 250);
    const end = (code) => {
      clearTimeout(stopping);
      clearInterval(watching);
      for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.off(signal, stop);
      resolve(code);
    };
    child.once("error", (error) => {
      console.error(`${command} could not be started: ${error.message}`);
      end(127);
    });
    child.once("exit", (code, signal) => end(code ?? 128 + constants.signals[signal]));
  });
}

/** Changes when what an installation makes would change. */
function fingerprint() {
  const packages = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.name, "package.json"));
  const patches = readdirSync(join(root, "patches")).map((name) => join("patches", name));
  const files = ["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml", ...packages, ...patches].sort();
  const hash = createHash("sha256").update(`${process.platform} ${process.arch} ${pnpm} ${root}`);
  for (const file of files) {
    const path = join(root, file);
    if (existsSync(path)) hash.update(file).update(readFileSync(path));
  }
  return hash.digest("hex");
}

/** npm puts our own Node first on the path, which the installation may be about to replace. */
function pathWithout(folder) {
  return (process.env.PATH ?? "")
    .split(delimiter)
    .filter((entry) => entry !== folder)
    .join(delimiter);
}
