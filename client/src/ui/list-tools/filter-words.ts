import { NodeNameDocument } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { useClient } from "urql";
import { type FilterFields, fieldsOf, type Say } from "../list-page/filters.tsx";
import { nameIn } from "../node-name.tsx";
import type { Filtered } from "./filtered-by.ts";

/** The filter in one line of words, for whoever reads the list without the screen; nothing where all of it is shown. */
export function useFilterWords() {
  const { t } = useTranslation(["list-tools", "shell"]);
  const client = useClient();
  const say: Say = {
    pair: (label, text) => t("said.pair", { label, text }),
    sought: (text) => t("said.sought", { text }),
    async nameOf(id) {
      const { data } = await client.query(NodeNameDocument, { id }).toPromise();
      return nameIn(data?.node) ?? id;
    },
  };
  return async ({ fields, search, besides }: Filtered): Promise<string | undefined> => {
    const given = search as Record<string, unknown>;
    const said = fieldsOf(fields as FilterFields<Record<string, never>>).flatMap(([name, { words }]) =>
      given[name] === undefined ? [] : [words(given[name] as never, say)],
    );
    const words = [...besides, ...(await Promise.all(said))].filter(Boolean);
    return words.length > 0 ? t("said.filter", { words: words.join(t("shell:mark.clause")) }) : undefined;
  };
}
