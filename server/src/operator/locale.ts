import { type Locale, locales } from "../kernel/messages.ts";
import { Misuse } from "./command.ts";

/** As the terminal is set, where nobody says. */
export function localeOf(given: string | undefined, env: NodeJS.ProcessEnv): Locale {
  const asked = locales.find((locale) => locale === given);
  if (given !== undefined && !asked) throw new Misuse(`--language is ${given}; it may be ${locales.join(" or ")}.`);
  return asked ?? ((env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"] || "").startsWith("zh") ? "zh-CN" : "en");
}
