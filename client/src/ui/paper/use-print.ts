import { useTranslation } from "react-i18next";
import { askPaper, type Paper, type ToPrint } from "../../lib/files.ts";
import { sayPlainly } from "../../lib/telling.ts";
import { filledOf } from "./filled-of.ts";
import { useTellProblem } from "../use-tell-problem.ts";

/** Reads what is to be printed; what hinders it is told, and so is that there is nothing. */
export function usePrint() {
  const { t } = useTranslation("list-tools");
  const tell = useTellProblem();
  return async ({ blank, ...asked }: ToPrint): Promise<Paper | undefined> => {
    const { data, problem } = await askPaper(asked);
    tell(problem);
    if (!data?.sheets.some(({ rows }) => rows.length > 0)) {
      if (data) sayPlainly(t("print.none"));
      return undefined;
    }
    const masked = asked.hasPhones ? [t("print.masked")] : [];
    const { columns, sheets, ...told } = data;
    return {
      ...told,
      sheets: sheets.map((sheet) => filledOf({ ...sheet, columns }, blank)),
      notes: [...(asked.said ? [asked.said] : []), ...masked],
    };
  };
}
