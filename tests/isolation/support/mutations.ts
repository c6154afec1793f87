/** A request as it goes over the wire, near enough: what is mutated. */
export interface Sent {
  method: string;
  url: string;
  headers: Record<string, string>;
  payload: Buffer;
}

export type Random = () => number;

/** Numbers from 0 to 1 that follow from the seed (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const pick = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)]!;

/** The request with one to four things about it changed. */
export function mutated(random: Random, sent: Sent): Sent {
  let changed = sent;
  for (let left = 1 + Math.floor(random() * 4); left > 0; left--) changed = pick(random, mutations)(random, changed);
  return changed;
}

const oddTexts = [
  "",
  "\0",
  "\u{1F600}",
  "\uD800",
  "a".repeat(5_000),
  "%00",
  "../../etc/passwd",
  "null",
  "-1",
  "1e400",
  "{",
  "[]",
  '"',
  "\\",
  "'; drop table units --",
  "$1",
  "NaN",
  "9".repeat(40),
];
const oddJson = [
  null,
  [],
  {},
  true,
  0,
  -1,
  1e308,
  2 ** 53,
  "",
  "\0",
  "\uD800",
  [[[]]],
  { a: { b: [] } },
  "9999-99-99",
  "2026-13-01T00:00:00Z",
  "x".repeat(5_000),
];

const mutations: ((random: Random, sent: Sent) => Sent)[] = [
  (random, sent) => ({ ...sent, method: pick(random, ["GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"]) }),
  (random, sent) => ({
    ...sent,
    url: spliced(random, sent.url, encodeURIComponent(wellFormed(pick(random, oddTexts)).slice(0, 300))),
  }),
  (random, sent) => ({
    ...sent,
    url: `${sent.url}?${pick(random, ["a=1", "%", "kind=%00", "scope=all&scope=all", "__proto__[x]=1"])}`,
  }),
  (random, sent) => withHeader(random, sent, pick(random, Object.keys(sent.headers))),
  (random, sent) =>
    withHeader(
      random,
      sent,
      pick(random, [
        "accept",
        "accept-language",
        "content-type",
        "cookie",
        "authorization",
        "x-request-id",
        "origin",
        "idempotency-key",
        "x-forwarded-for",
        "accept-encoding",
      ]),
    ),
  (random, sent) => ({
    ...sent,
    headers: Object.fromEntries(Object.entries(sent.headers).filter(() => random() > 0.3)),
  }),
  (random, sent) => ({ ...sent, payload: bytesChanged(random, sent.payload) }),
  (random, sent) => ({ ...sent, payload: sent.payload.subarray(0, Math.floor(random() * sent.payload.length)) }),
  (_random, sent) => ({ ...sent, payload: Buffer.concat([sent.payload, sent.payload]) }),
  (random, sent) => ({ ...sent, payload: textChanged(random, sent.payload) }),
  (random, sent) => ({ ...sent, payload: jsonChanged(random, sent.payload) }),
  (random, sent) => ({ ...sent, payload: jsonChanged(random, sent.payload) }),
];

function withHeader(random: Random, sent: Sent, name: string): Sent {
  const value = sent.headers[name] ?? "";
  const odd = pick(random, [
    "",
    "application/json",
    "text/plain",
    "multipart/form-data",
    "multipart/form-data; boundary=x",
    "application/json; charset=utf-16",
    "Bearer x",
    "maple_session=x.y",
    "a".repeat(3_000),
    "*/*;q=x",
    "application/graphql-response+json",
    `${value}x`,
    value.slice(1),
  ]);
  return { ...sent, headers: { ...sent.headers, [name]: odd } };
}

const wellFormed = (text: string) => Buffer.from(text).toString();

function spliced(random: Random, text: string, odd: string) {
  const at = Math.floor(random() * (text.length + 1));
  return `/${`${text.slice(0, at)}${odd}${text.slice(at + Math.floor(random() * 4))}`.replace(/^\/+/, "")}`;
}

function bytesChanged(random: Random, payload: Buffer): Buffer {
  const bytes = Buffer.from(payload);
  for (let left = 1 + Math.floor(random() * 8); left > 0 && bytes.length > 0; left--)
    bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
  return bytes;
}

/** A word of the text is left out, said twice or said otherwise. */
function textChanged(random: Random, payload: Buffer): Buffer {
  const words = payload.toString("utf8").split(/(\W+)/);
  words.splice(Math.floor(random() * words.length), Math.floor(random() * 3), pick(random, [...oddTexts, ...words]));
  return Buffer.from(words.join(""));
}

/** A value of the JSON, however deep, is another one. */
function jsonChanged(random: Random, payload: Buffer): Buffer {
  let value: unknown;
  try {
    value = JSON.parse(payload.toString("utf8"));
  } catch {
    return payload;
  }
  return Buffer.from(JSON.stringify(replacedIn(random, value)) ?? "");
}

function replacedIn(random: Random, value: unknown): unknown {
  if (value === null || typeof value !== "object" || random() < 0.15) return pick(random, oddJson);
  const keys = Object.keys(value);
  if (keys.length === 0) return pick(random, oddJson);
  const key = pick(random, keys);
  const changed = replacedIn(random, (value as Record<string, unknown>)[key]);
  return Array.isArray(value)
    ? value.map((each, at) => (String(at) === key ? changed : each))
    : { ...value, [key]: changed };
}
