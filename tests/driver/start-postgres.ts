import { startPostgres } from "@maple-bridge/server/postgres/start";

const [dataDir] = process.argv.slice(2);
if (!dataDir) throw new Error("Name the data directory.");
await startPostgres({ dataDir, log: () => {}, durability: "none" });
console.log("ready");
process.stdin.once("end", () => process.exit()).resume();
