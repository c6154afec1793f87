import { documentIdOf, type Paper, type ToPrint } from "../../lib/files.ts";
import { usePrint } from "../paper/use-print.ts";
import { fileColumns, hasPhone } from "../table-columns.ts";
import type { ToExport } from "./export-list.tsx";
import { useFilterWords } from "./filter-words.ts";

/** What is asked for of a list as it is shown, with the words of its filter. */
export function useShownList({ caption, asked, filtered, columns }: ToExport) {
  const wordsOf = useFilterWords();
  return async (): Promise<ToPrint> => {
    const { document, variables, list, ids } = asked;
    const said = await wordsOf(filtered);
    const shown = fileColumns(columns);
    const hasPhones = shown.some(hasPhone);
    return { document: documentIdOf(document), variables, list, ids, caption, said, columns: shown, hasPhones };
  };
}

/** Reads the list for paper. */
export function usePrintList(shown: ToExport) {
  const read = usePrint();
  const listed = useShownList(shown);
  return async (): Promise<Paper | undefined> => read(await listed());
}
