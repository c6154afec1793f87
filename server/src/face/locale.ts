import type { FastifyRequest } from "fastify";
import type { Locale } from "#kernel/messages";

/** The language of messages: what the client says it shows, else what the browser asks for, else Chinese. */
export function localeOf({ headers }: FastifyRequest): Locale {
  const shown = headers["x-maple-locale"];
  if (shown === "en" || shown === "zh-CN") return shown;
  const asked = headers["accept-language"];
  return asked !== undefined && /^\s*en\b/i.test(asked) ? "en" : "zh-CN";
}
