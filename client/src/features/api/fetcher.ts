import type { GraphiQLProps } from "graphiql";
import i18next from "i18next";
import { currentLocale } from "../../lib/locale.ts";

/** Asks as a program would: by the token alone, without this browser's session. */
export const makeFetcher =
  (tokenNow: () => string): GraphiQLProps["fetcher"] =>
  async (params) => {
    const token = tokenNow().trim();
    if (token === "") return { errors: [{ message: i18next.t("api:tokenNeeded") }] };
    const answer = await fetch("/graphql", {
      method: "POST",
      credentials: "omit",
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${token}`,
        "x-maple-locale": currentLocale(),
      },
      body: JSON.stringify(params),
    });
    return answer.json();
  };
