import { connect } from "node:net";
import { addressIn } from "../../support/address-in.ts";
import { type Cell, settings, type Values } from "./database.ts";
import { int32, message, short16, text } from "./postgres-messages.ts";
import { scram } from "./scram.ts";

interface Pending {
  rows: Cell[][];
  error?: Error;
  resolve(rows: Cell[][]): void;
  reject(error: Error): void;
}

/**
 * One connection in PostgreSQL's wire protocol: statements are prepared once, and sent without waiting for those before.
 * What is asked within one turn of the loop goes out in one write.
 */
export async function connectByHand(url: string) {
  const { username, password, pathname } = new URL(url);
  const socket = connect(addressIn(url));
  socket.setNoDelay(true);
  const proof = scram(decodeURIComponent(password));
  const pending: Pending[] = [];
  const prepared = new Map<string, string>();
  let out: Buffer[] = [];
  let received: Buffer = Buffer.alloc(0);
  let head = 0;
  let isOpen = false;
  let opened: { resolve(): void; reject(error: Error): void };
  const open = new Promise<void>((resolve, reject) => (opened = { resolve, reject }));

  const fail = (error: Error) => {
    opened.reject(error);
    for (const each of pending.splice(head)) each.reject(error);
  };
  socket.on("error", fail);
  socket.on("close", () => fail(new Error("PostgreSQL closed the connection.")));
  socket.on("data", (chunk: Buffer) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    let at = 0;
    while (received.length >= at + 5) {
      const end = at + 1 + received.readInt32BE(at + 1);
      if (received.length < end) break;
      take(received[at]!, received, at + 5, end);
      at = end;
    }
    received = received.subarray(at);
  });

  function take(type: number, bytes: Buffer, at: number, end: number) {
    switch (type) {
      case 0x44: // D: a row
        pending[head]!.rows.push(rowIn(bytes, at));
        break;
      case 0x5a: // Z: ready for the next
        if (isOpen) settle();
        else {
          isOpen = true;
          opened.resolve();
        }
        break;
      case 0x45: {
        // E: an error
        const error = new Error(bytes.toString("utf8", at, end).replaceAll("\0", " "));
        if (isOpen) pending[head]!.error = error;
        else fail(error);
        break;
      }
      case 0x52: // R: who are you
        authenticate(bytes.readInt32BE(at), bytes.toString("utf8", at + 4, end));
    }
  }

  function settle() {
    const { rows, error, resolve, reject } = pending[head]!;
    if (++head === 512) head -= pending.splice(0, 512).length;
    if (error) reject(error);
    else resolve(rows);
  }

  function authenticate(kind: number, said: string) {
    if (kind === 10) {
      const first = Buffer.from(proof.first);
      socket.write(message("p", text("SCRAM-SHA-256"), int32(first.length), first));
    } else if (kind === 11) socket.write(message("p", Buffer.from(proof.final(said))));
  }

  function send(buffers: Buffer[]) {
    if (out.length === 0) setImmediate(flush);
    out.push(...buffers);
  }

  function flush() {
    socket.write(out.length === 1 ? out[0]! : Buffer.concat(out));
    out = [];
  }

  const startup = Object.entries({ user: username, database: pathname.slice(1), ...settings, enable_seqscan: "off" })
    .map(([name, value]) => `${name}\0${value}\0`)
    .join("");
  const body = Buffer.concat([int32(196_608), Buffer.from(`${startup}\0`)]);
  socket.write(Buffer.concat([int32(body.length + 4), body]));
  await open;

  return (statement: string, values: Values): Promise<Cell[][]> =>
    new Promise((resolve, reject) => {
      pending.push({ rows: [], resolve, reject });
      let name = prepared.get(statement);
      const parse: Buffer[] = [];
      if (name === undefined) {
        prepared.set(statement, (name = `s${prepared.size}`));
        parse.push(message("P", text(name), text(statement), short16(0)));
      }
      send([...parse, bind(name, values), execute]);
    });
}

const execute = Buffer.concat([message("E", text(""), int32(0)), message("S")]);

function bind(name: string, values: Values) {
  const parameters = values.map((value) => {
    if (value === null) return int32(-1);
    const bytes = Buffer.from(value);
    return Buffer.concat([int32(bytes.length), bytes]);
  });
  return message("B", text(""), text(name), short16(0), short16(values.length), ...parameters, short16(0));
}

function rowIn(bytes: Buffer, start: number): Cell[] {
  const row: Cell[] = [];
  let at = start + 2;
  for (let left = bytes.readInt16BE(start); left > 0; left--) {
    const length = bytes.readInt32BE(at);
    at += 4;
    if (length < 0) row.push(null);
    else row.push(bytes.toString("utf8", at, (at += length)));
  }
  return row;
}
