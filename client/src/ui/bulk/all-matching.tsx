import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useTellProblem } from "../use-tell-problem.ts";
import type { Problem } from "../../lib/problem.ts";
import type { ManyRow } from "./many.ts";

/** A page of what matches, and where the next one begins. */
export interface Portion {
  rows: readonly ManyRow[];
  after?: string | null;
  problem?: Problem;
}

interface AllMatchingProps {
  total: number;
  load: (after: string | undefined) => Promise<Portion>;
  onChosen: (rows: ManyRow[]) => void;
}

/** Chooses all that the list's filter finds, and not those of the page alone. */
export function AllMatching({ total, load, onChosen }: AllMatchingProps) {
  const { t } = useTranslation("bulk");
  const tell = useTellProblem();
  const [isBusy, setBusy] = useState(false);
  async function choose() {
    setBusy(true);
    const rows: ManyRow[] = [];
    let after: string | undefined;
    do {
      const portion = await load(after);
      if (portion.problem) {
        tell(portion.problem);
        break;
      }
      rows.push(...portion.rows);
      after = portion.after ?? undefined;
      if (!after) onChosen(rows);
    } while (after);
    setBusy(false);
  }
  return (
    <Button type="link" size="small" loading={isBusy} onClick={() => void choose()}>
      {t("all", { count: total })}
    </Button>
  );
}
