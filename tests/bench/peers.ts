import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Contender } from "./contenders.ts";
import { askingPostGraphile, fromPostGraphile } from "./postgraphile-queries.ts";

const folder = fileURLToPath(new URL("./peers", import.meta.url));

/** The peers' packages are 58 MB, so they are no part of what npm start installs. */
export function installPeers() {
  execFileSync("npx", ["-y", "pnpm@12.21.0", "install", "--frozen-lockfile"], { cwd: folder, stdio: "inherit" });
}

export type Compared = { script: string } & Pick<Contender, "equal" | "requestOf" | "read">;

/** What a peer answers must be the same in content: it orders and names as it likes, and its cursors are its own. */
export const peers: Record<string, Compared> = {
  mercurius: {
    script: "./peers/mercurius.mjs",
    equal: "content",
    requestOf: (_, { ground: { bureauId, accountId, actor }, query, variables }) => ({
      path: "/graphql",
      headers: { "x-bureau": bureauId, "x-account": accountId, "x-actor": actor },
      body: JSON.stringify({ query, variables }),
    }),
    read: (answer) => answer,
  },
  postgraphile: {
    script: "./peers/postgraphile.mjs",
    equal: "content",
    requestOf: askingPostGraphile,
    read: fromPostGraphile,
  },
};
