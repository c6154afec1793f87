import { createHmac, randomBytes, scrypt } from "node:crypto";
import { refused } from "./refused.ts";

const magic = "maple-backup 1\n";
/** Memory of 128 × cost × blocks bytes: 128 MB, a third of a second for each passphrase that is tried. */
const usual = { cost: 2 ** 17, blocks: 8, lanes: 1 };
/** Of a file that was tampered with, no more is taken than this. */
const most = { cost: 2 ** 20, blocks: 16, lanes: 4 };
export const longestHeader = 4_096;

interface Sealed {
  cipher: "aes-256-gcm";
  cost: number;
  blocks: number;
  lanes: number;
  salt: string;
  /** Tells a wrong passphrase from a damaged file. */
  check: string;
}

/** What chunks are held to; without a key they are kept from damage alone, not from anybody's eyes or hands. */
export interface Envelope {
  /** The file's first bytes, which every chunk vouches for. */
  header: Buffer;
  key: Buffer | null;
}

export const plainEnvelope = (): Envelope => ({ header: Buffer.from(`${magic}{"cipher":"none"}\n`), key: null });

/** A key of its own for each file, so that no nonce is ever used twice. */
export async function sealedEnvelope(passphrase: string, strength = usual): Promise<Envelope> {
  const told = { cipher: "aes-256-gcm" as const, ...strength, salt: randomBytes(16).toString("base64") };
  const { key, check } = await derive(passphrase, told);
  return { header: Buffer.from(`${magic}${JSON.stringify({ ...told, check } satisfies Sealed)}\n`), key };
}

/** The envelope of a file that begins so; `passphrase` is asked for only where it takes one. */
export async function openEnvelope(
  beginning: Buffer,
  file: string,
  passphrase: () => Promise<string>,
): Promise<Envelope> {
  const { header, told } = readHeader(beginning, file);
  if (told.cipher === "none") return { header, key: null };
  if (!isSealed(told)) throw refused("BACKUP_NOT_ONE", { file });
  const { key, check } = await derive(await passphrase(), told);
  if (told.check !== check) throw refused("BACKUP_PASSPHRASE_WRONG");
  return { header, key };
}

function readHeader(beginning: Buffer, file: string) {
  if (!beginning.subarray(0, magic.length).equals(Buffer.from(magic))) {
    const isNewer = /^maple-backup \d+\n/.test(beginning.toString("latin1", 0, 40));
    throw isNewer ? refused("BACKUP_FORMAT_NEWER") : refused("BACKUP_NOT_ONE", { file });
  }
  const end = beginning.indexOf(0x0a, magic.length);
  try {
    const told = JSON.parse(beginning.toString("utf8", magic.length, end)) as Partial<Sealed> | { cipher: "none" };
    return { header: beginning.subarray(0, end + 1), told };
  } catch {
    throw refused("BACKUP_NOT_ONE", { file });
  }
}

function isSealed(told: Partial<Sealed> | { cipher: "none" }): told is Sealed {
  const { cipher, cost, blocks, lanes, salt, check } = told as Partial<Sealed>;
  const within = (value: unknown, top: number) =>
    typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= top;
  const isCostPower = typeof cost === "number" && cost > 1 && Number.isInteger(Math.log2(cost));
  return (
    cipher === "aes-256-gcm" &&
    within(cost, most.cost) &&
    isCostPower &&
    within(blocks, most.blocks) &&
    within(lanes, most.lanes) &&
    typeof salt === "string" &&
    typeof check === "string"
  );
}

/** Two keys of one passphrase: one that encrypts, one that vouches for the header. */
function derive(passphrase: string, { cost, blocks, lanes, salt, cipher }: Omit<Sealed, "check">) {
  const options = { N: cost, r: blocks, p: lanes, maxmem: 256 * cost * blocks + 2 ** 20 };
  return new Promise<{ key: Buffer; check: string }>((resolve, reject) => {
    scrypt(passphrase.normalize("NFC"), Buffer.from(salt, "base64"), 64, options, (error, keys) => {
      if (error) return reject(error);
      const told = JSON.stringify({ cipher, cost, blocks, lanes, salt });
      const check = createHmac("sha256", keys.subarray(32)).update(told).digest("base64");
      resolve({ key: keys.subarray(0, 32), check });
    });
  });
}
