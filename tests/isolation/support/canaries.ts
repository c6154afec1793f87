/** A text that stands in one cell of the ground and says whose it is: bureau, who may know it, table and column. */
export interface Canary {
  bureau: string;
  audience: string;
  place: string;
}

const shape = /canary-([a-z])-([a-z0-9]+)-([a-z0-9_.]+)/g;

export const canary = ({ bureau, audience, place }: Canary) => `canary-${bureau}-${audience}-${place}`;

/** Every canary in a text: bare, escaped for JSON or an address, or within base64, base64url or hex, one in another too. */
export function canariesIn(text: string): Map<string, Canary> {
  const found = new Map<string, Canary>();
  for (const view of viewsOf(text, deepest))
    for (const [whole, bureau, audience, place] of view.toLowerCase().matchAll(shape))
      found.set(whole, { bureau: bureau!, audience: audience!, place: place! });
  return found;
}

const deepest = 3;

function* viewsOf(text: string, depth: number): Generator<string> {
  yield text;
  if (depth === 0) return;
  for (const unpacked of unpackings(text)) yield* viewsOf(unpacked, depth - 1);
}

function* unpackings(text: string): Generator<string> {
  if (text.includes("\\u")) yield text.replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => fromCode(hex));
  if (/%[0-9a-f]{2}/i.test(text)) yield text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => fromCode(hex));
  for (const [run] of text.matchAll(/(?:[0-9a-f]{2}){8,}/gi))
    for (const shift of [0, 1]) yield Buffer.from(run.slice(shift), "hex").toString("latin1");
  for (const [run] of text.matchAll(/[\w+/-]{12,}/g))
    if (!notPacked.test(run))
      for (const shift of [0, 1, 2, 3]) yield Buffer.from(run.slice(shift), "base64").toString("latin1");
}

/** A canary as it is, an id, a plain word or a number: nothing is packed in them. */
const notPacked = /^(canary-[a-z]-.*|[0-9a-f]{8}-[0-9a-f]{4}-.{22}|[a-z]+|[A-Z_]+|[A-Z]?[a-z]+([A-Z][a-z]+)+|[0-9-]+)$/;

const fromCode = (hex: string) => String.fromCharCode(Number.parseInt(hex, 16));
