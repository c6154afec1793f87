/** Search parameters are plain text in the address: `?q=张三&sort=NAME`. */
export const parseSearch = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text));

export function stringifySearch(search: object) {
  const stated = Object.entries(search as RawSearch).filter(
    ([, value]) => value !== undefined && value !== null && value !== "" && value !== false,
  );
  const text = new URLSearchParams(
    stated.map(([key, value]) => [key, value === true ? "1" : String(value)]),
  ).toString();
  return text && `?${text}`;
}

export type RawSearch = Record<string, unknown>;

export const textOf = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);
export const flagOf = (value: unknown) => value === "1" || value === true || undefined;
