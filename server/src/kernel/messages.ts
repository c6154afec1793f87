export type Locale = "zh-CN" | "en";
export const locales: readonly Locale[] = ["zh-CN", "en"];

type Catalogue = Record<string, string>;
const catalogues: Record<Locale, Catalogue> = { "zh-CN": {}, en: {} };

/** Adds a module's messages; both languages must have the same keys, and a key belongs to one module. */
export function defineMessages<const Z extends Catalogue>(messages: { "zh-CN": Z; en: Record<keyof Z, string> }) {
  for (const locale of locales)
    for (const [key, text] of Object.entries<string>(messages[locale])) {
      if (catalogues[locale][key] !== undefined && catalogues[locale][key] !== text)
        throw new Error(`The message ${key} is defined twice.`);
      catalogues[locale][key] = text;
    }
}

/** Those whose keys begin so, by what follows. */
export const messagesUnder = (locale: Locale, beginning: string): Map<string, string> =>
  new Map(
    Object.entries(catalogues[locale]).flatMap(([key, text]) =>
      key.startsWith(beginning) ? [[key.slice(beginning.length), text]] : [],
    ),
  );

export const hasMessage = (key: string) => catalogues.en[key] !== undefined;

/** The message in the caller's language, with `{name}` replaced from `params`. */
export function message(locale: Locale, key: string, params: Record<string, string | number> = {}): string {
  const text = catalogues[locale][key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
