import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type FilesPlace, filesPlaceOf } from "./files-settings.ts";

export const projectFolder = fileURLToPath(new URL("../../..", import.meta.url));

export interface Settings {
  port: number;
  host: string;
  /** Where the database, the log and what was made at first start lie. */
  dataFolder: string;
  /** Where photos lie. */
  files: FilesPlace;
  /** Without the demo bureaus. */
  isEmpty: boolean;
  demoPassword?: string;
  logLevel: string;
  trustedProxies: string;
  /** By which figures are read from elsewhere than this machine. */
  metricsToken?: string;
  /** Emits the contract anew, and leaves the pages to Vite. */
  isDevelopment: boolean;
}

const levels = ["silent", "fatal", "error", "warn", "info", "debug", "trace"];

export function readSettings(args: readonly string[], env: NodeJS.ProcessEnv): Settings {
  const unknown = args.filter((arg) => arg !== "--empty");
  if (unknown.length > 0) throw new Error(`There is no argument ${unknown.join(" ")}; there is --empty.`);
  const dataFolder = dataFolderOf(env);
  return {
    port: portOf(env["PORT"] ?? "4000"),
    host: env["HOST"] ?? "127.0.0.1",
    dataFolder,
    files: filesPlaceOf(dataFolder, env),
    isEmpty: args.includes("--empty"),
    demoPassword: env["MAPLE_DEMO_PASSWORD"] || undefined,
    logLevel: levelOf(env["MAPLE_LOG"] ?? "info"),
    trustedProxies: env["MAPLE_TRUSTED_PROXIES"] ?? "loopback",
    metricsToken: tokenOf(env["MAPLE_METRICS_TOKEN"]),
    isDevelopment: env["MAPLE_DEVELOPMENT"] === "1",
  };
}

export const dataFolderOf = (env: NodeJS.ProcessEnv) => resolve(projectFolder, env["MAPLE_DATA"] ?? ".data");

/** The embedded PostgreSQL's part of the data folder. */
export const postgresFolderOf = (dataFolder: string) => join(dataFolder, "postgres");

function portOf(text: string) {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`PORT is ${text}, which is no port.`);
  return port;
}

const shortestToken = 20;

function tokenOf(text: string | undefined) {
  if (!text) return undefined;
  if (text.length < shortestToken)
    throw new Error(`MAPLE_METRICS_TOKEN is short: take ${shortestToken} characters or more.`);
  return text;
}

function levelOf(text: string) {
  if (!levels.includes(text)) throw new Error(`MAPLE_LOG is ${text}; it may be ${levels.join(", ")}.`);
  return text;
}
