import type { Draft } from "../draft.ts";
import { tellOfBreaches } from "./breaches.ts";
import { tellChongwen } from "./chongwen.ts";
import { tellLately } from "./lately.ts";
import type { Ledger } from "./ledger.ts";
import { addVisitors } from "./visitors.ts";
import { tellFigures } from "./figures-told.ts";
import { tellWugangRuns } from "./wugang-runs.ts";
import { tellRechecks } from "./rechecks.ts";
import { giveNumbers } from "./numbers.ts";

/** The stations of each bureau that have some weeks of work. */
const lately: Readonly<Record<string, readonly string[]>> = {
  "410481": ["垭口", "寺坡"],
  "141181": ["新义"],
  "140802": ["解州"],
  "140107": ["巨轮"],
};

/** All work of a bureau up to today. */
export function tellWork(draft: Draft, { hasFigures }: { hasFigures: boolean }): Ledger {
  const ledger = tellLately(draft, lately[draft.code] ?? [], draft.code === "141181" ? tellChongwen(draft) : undefined);
  if (hasFigures) tellAllFigures(ledger);
  if (draft.code === "140802")
    tellRechecks(
      ledger,
      draft.units.find(({ name }) => name === "解州派出所")!,
    );
  giveNumbers(ledger);
  tellOfBreaches(ledger);
  return ledger;
}

function tellAllFigures(ledger: Ledger): void {
  if (ledger.draft.code === "410481") {
    addVisitors(ledger.draft);
    tellWugangRuns(ledger);
  }
  tellFigures(ledger);
}
