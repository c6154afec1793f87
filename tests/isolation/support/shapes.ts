import { connect } from "node:net";
import type { Caller } from "./callers.ts";
import type { Ground } from "./ground.ts";
import { ask, send, type Told } from "./wire.ts";

export interface Attack {
  port: number;
  /** Administrators of the hostile bureau by each way, and all its sessions. */
  callers: readonly Caller[];
  sessions: readonly Caller[];
  ground: Ground;
  /** A file that is read and planned for long. */
  file: Buffer;
  over: AbortSignal;
  told: Told[];
}

/** One hostile shape: goes on until it is over. */
export interface Shape {
  send(attack: Attack): Promise<unknown>;
  /** What of another bureau's must not take as long as its requests do; of those that are never answered, or refused at once, nothing can be said. */
  lighter?: "reads" | "writes";
}

/** So many at one time, each again as soon as it was answered. */
async function hammer(attack: Attack, atOnce: number, work: (turn: number, caller: Caller) => Promise<Told>) {
  let turn = 0;
  const hand = async () => {
    while (!attack.over.aborted) {
      const at = turn++;
      const told = await work(at, attack.callers[at % attack.callers.length]!);
      attack.told.push(told);
      // Whoever is refused at once comes again at once, but lets the others' sockets be read in between.
      if (told.status !== 200) await new Promise(setImmediate);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, hand));
}

const repeated = (times: number, text: (turn: number) => string) =>
  Array.from({ length: times }, (_, at) => text(at)).join(" ");

const nested = (depth: number): string => (depth === 0 ? "id" : `grids { station { ${nested(depth - 1)} } }`);

export const shapes: Record<string, Shape> = {
  "units within grids within units, as deep as it is let through": {
    send: (attack) =>
      hammer(attack, 12, (turn, caller) =>
        ask(attack.port, caller, `query ($id: ID!) { unit(id: $id) { ${nested(1 + (turn % 4))} } }`, {
          id: attack.ground.rootId,
        }),
      ),
  },
  "searches of a hundred characters whose callers hang up": {
    send: (attack) =>
      hammer(attack, 45, (turn, caller) =>
        ask(
          attack.port,
          caller,
          "query ($search: String) { members(first: 100, filter: { search: $search }) { totalCount nodes { name load { grids } } } }",
          { search: `${turn}`.padStart(100, "虚构") },
          AbortSignal.timeout(40),
        ),
      ),
  },
  "floods of aliases": {
    send: (attack) =>
      hammer(attack, 16, (_turn, caller) =>
        ask(
          attack.port,
          caller,
          `{ ${repeated(25, (at) => `a${at}: grids(first: 100) { nodes { name station { name } } }`)} }`,
        ),
      ),
    lighter: "reads",
  },
  "documents that each differ": {
    send: (attack) =>
      hammer(attack, 16, (turn, caller) =>
        ask(
          attack.port,
          caller,
          `{ x${turn}: grids(first: 5) { nodes { y${turn}: name seats { duty holder { name } } } } }`,
        ),
      ),
    lighter: "reads",
  },
  "candidates for grids of a large bureau": {
    send: (attack) =>
      hammer(attack, 16, (turn, caller) =>
        ask(
          attack.port,
          caller,
          "query ($id: ID!, $at: DateTime) { candidates(gridId: $id, duty: AUXILIARY, anyKind: true, at: $at, first: 100) { totalCount nodes { name } } }",
          { id: attack.ground.stations[0].grid, at: new Date(1_800_000_000_000 + turn).toISOString() },
        ),
      ),
    lighter: "reads",
  },
  "documents that are wrong": {
    send: (attack) =>
      hammer(attack, 16, (turn, caller) =>
        ask(
          attack.port,
          caller,
          `{ ${repeated(28, (at) => `no${turn}x${at}: grids(frist: ${at}) { node { nmae } }`)} }`,
        ),
      ),
    lighter: "reads",
  },
  "overviews of all that there is": {
    send: (attack) =>
      hammer(attack, 16, (_turn, caller) =>
        ask(
          attack.port,
          caller,
          "{ coverage(by: STATION) { __typename } units(first: 100) { nodes { name coverage { __typename } grids { name } } } }",
        ),
      ),
    lighter: "reads",
  },
  "bodies that come byte by byte": {
    send: ({ port, callers, over, told }) =>
      Promise.all(Array.from({ length: 60 }, (_, at) => drip(port, callers[at % callers.length]!, over, told))),
  },
  "streams without number": {
    send: async (attack) => {
      const open: Promise<Told>[] = [];
      for (let at = 0; at < 300 && !attack.over.aborted; at++) {
        const caller = attack.sessions[at % attack.sessions.length]!;
        open.push(send(attack.port, caller, { method: "GET", path: "/events", until: attack.over }));
        await new Promise(setImmediate);
      }
      attack.told.push(...(await Promise.all(open)));
    },
  },
  "commands without number": {
    send: (attack) =>
      hammer(attack, 60, (turn, caller) =>
        ask(attack.port, caller, "mutation ($input: CreateMemberInput!) { createMember(input: $input) { id } }", {
          input: {
            ...{ idempotencyKey: `hostile-${turn}-${caller.way}`, unitId: attack.ground.stations[0].id },
            ...{ kind: "OFFICER", name: "虚构", badge: `H${turn}` },
          },
        }),
      ),
    lighter: "writes",
  },
  "large files": {
    send: (attack) =>
      hammer(attack, 4, (_turn, caller) =>
        send(attack.port, caller, {
          path: "/imports?kind=GRIDS",
          headers: { "content-type": "multipart/form-data; boundary=edge", "x-maple-import": "1" },
          body: attack.file,
        }),
      ),
  },
};

/** A request whose body never comes to its end. */
function drip(port: number, { headers }: Caller, over: AbortSignal, told: Told[]): Promise<void> {
  const from = performance.now();
  const socket = connect(port, "127.0.0.1");
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(
    `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 90000\r\n${head.join("")}\r\n`,
  );
  const timer = setInterval(() => socket.write("{"), 20);
  over.addEventListener("abort", () => socket.destroy(), { once: true });
  socket.on("error", () => {}).resume();
  return new Promise((resolve) =>
    socket.once("close", () => {
      clearInterval(timer);
      told.push({ status: undefined, from, to: performance.now(), body: "" });
      resolve();
    }),
  );
}

/** Many rows, each in need of a division and a station. */
export function largeFile(rows: number, letters = "QY"): Buffer {
  const lines = Array.from(
    { length: rows },
    (_, at) => `${letters}-${String(at).padStart(8, "0")},虚构企业${at},企业,第${at % 90}派出所`,
  );
  return Buffer.from(
    `--edge\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n网格编码,网格名称,网格类型,派出所\r\n${lines.join("\r\n")}\r\n--edge--\r\n`,
  );
}
