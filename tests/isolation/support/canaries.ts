/** A text that stands in one cell of the ground and says whose it is: bureau, who may know it, table and column. */
export interface Canary {
  bureau: string;
  audience: string;
  place: string;
}

const shape = /canary-([a-z])-([a-z0-9]+)-([a-z0-9_.]+)/g;

export const canary = ({ bureau, audience, place }: Canary) => `canary-${bureau}-${audience}-${place}`;

/** Every canary in a text: bare, escaped for JSON or an address, or within base64, base64url or hex, one in another too. */
export const canariesIn = (text: string): Map<string, Canary> => canariesWithin(text, deepest);

const deepest = 3;

function canariesWithin(text: string, depth: number): Map<string, Canary> {
  const found = new Map<string, Canary>();
  for (const [whole, bureau, audience, place] of text.toLowerCase().matchAll(shape))
    found.set(whole, { bureau: bureau!, audience: audience!, place: place! });
  if (depth === 0) return found;
  for (const inner of insides(text, depth - 1)) for (const [whole, canary] of inner) found.set(whole, canary);
  return found;
}

function* insides(text: string, depth: number): Generator<Map<string, Canary>> {
  if (text.includes("\\u"))
    yield canariesWithin(
      text.replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => fromCode(hex)),
      depth,
    );
  if (/%[0-9a-f]{2}/i.test(text))
    yield canariesWithin(
      text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => fromCode(hex)),
      depth,
    );
  for (const [run] of text.matchAll(/(?:[0-9a-f]{2}){8,}/gi))
    yield known(`hex ${depth} ${run}`, () => unpacked(run, "hex", depth));
  for (const [run] of text.matchAll(/[\w+/-]{12,}/g))
    if (!notPacked.test(run)) yield known(`base64 ${depth} ${run}`, () => unpacked(run, "base64", depth));
}

/** A character may stand before what is packed that is none of it. */
const shifts = { hex: [0, 1], base64: [0, 1, 2, 3] };

function unpacked(run: string, packing: keyof typeof shifts, depth: number): Map<string, Canary> {
  const found = new Map<string, Canary>();
  for (const shift of shifts[packing]) {
    const inner = canariesWithin(Buffer.from(run.slice(shift), packing).toString("latin1"), depth);
    for (const [whole, canary] of inner) found.set(whole, canary);
  }
  return found;
}

/** The same cursors and codes stand in thousands of answers. */
const lookedInto = new Map<string, Map<string, Canary>>();
const mostKept = 100_000;

function known(packed: string, look: () => Map<string, Canary>): Map<string, Canary> {
  const before = lookedInto.get(packed);
  if (before) return before;
  const found = look();
  if (lookedInto.size >= mostKept) lookedInto.clear();
  lookedInto.set(packed, found);
  return found;
}

/** A canary as it is, an id, a plain word or a number: nothing is packed in them. */
const notPacked = /^(canary-[a-z]-.*|[0-9a-f]{8}-[0-9a-f]{4}-.{22}|[a-z]+|[A-Z_]+|[A-Z]?[a-z]+([A-Z][a-z]+)+|[0-9-]+)$/;

const fromCode = (hex: string) => String.fromCharCode(Number.parseInt(hex, 16));
