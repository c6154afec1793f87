import { GridsMatchingDocument } from "@maple-bridge/schema/documents";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useClient } from "urql";
import { problemOf } from "../../lib/problem.ts";
import { may } from "../../lib/viewer.tsx";
import { AllMatching } from "../../ui/bulk/all-matching.tsx";
import { AnswersNote } from "../../ui/bulk/answers-note.tsx";
import type { Answer, ManyRow } from "../../ui/bulk/many.ts";
import { useAtOpening } from "../../ui/use-at-opening.ts";
import { CloseGridsDialog } from "./close-grids-dialog.tsx";
import { EndManyDialog } from "./end-many-dialog.tsx";
import { filterOf, type GridsSearch } from "./grids-search.ts";
import { momentOf } from "../../lib/moments.ts";
import { MoveGridsDialog } from "./move-grids-dialog.tsx";

interface GridBulkProps {
  ticked: readonly ManyRow[];
  total: number;
  search: GridsSearch;
  onDone: () => void;
}

type Deed = "end" | "move" | "close";
const actions = { end: "ASSIGN_MEMBERS", move: "MOVE_GRID", close: "CLOSE_GRID" } as const;

/** Moves or closes the ticked grids, or all that the filter finds, or ends who holds a duty there; each gets an answer of its own. */
export function GridBulk({ ticked, total, search, onDone }: GridBulkProps) {
  const { t } = useTranslation(["grids", "grid-drawer", "bulk"]);
  const [matching, setMatching] = useState<{ of: string; rows: readonly ManyRow[] }>();
  const [deed, setDeed] = useState<Deed>();
  const [answered, setAnswered] = useState<{ deed: Deed; rows: readonly ManyRow[]; answers: readonly Answer[] }>();
  const load = useMatching(search);
  const key = JSON.stringify([filterOf(search), search.at, ticked.map(({ id }) => id)]);
  const rows = matching?.of === key ? matching.rows : ticked;
  const able = (which: Deed) => rows.filter((row) => may(row, actions[which]));
  const chosen = useAtOpening(deed ? able(deed) : [], deed !== undefined);
  const dialog = {
    rows: chosen,
    onClose: () => setDeed(undefined),
    onAnswers: (answers: readonly Answer[], answeredRows: readonly ManyRow[] = chosen) => {
      setAnswered({ deed: deed!, rows: answeredRows, answers });
      onDone();
    },
  };
  const deedWords = { end: t("bulk:grids.endDeed"), move: t("move.menu"), close: t("grid-drawer:close.menu") };
  return (
    <>
      {rows.length > 0 && ticked.length > 0 ? (
        <>
          {(Object.keys(actions) as Deed[])
            .filter((which) => able(which).length > 0)
            .map((which) => (
              <Button key={which} size="small" onClick={() => setDeed(which)}>
                {t(`bulk:grids.${which}`, { count: able(which).length })}
              </Button>
            ))}
          {matching?.of !== key && total > ticked.length ? (
            <AllMatching total={total} load={load} onChosen={(all) => setMatching({ of: key, rows: all })} />
          ) : null}
        </>
      ) : null}
      {answered ? (
        <AnswersNote
          deed={deedWords[answered.deed]}
          rows={answered.rows}
          answers={answered.answers}
          onClose={() => setAnswered(undefined)}
        />
      ) : null}
      <EndManyDialog {...dialog} open={deed === "end"} />
      <MoveGridsDialog {...dialog} open={deed === "move"} />
      <CloseGridsDialog {...dialog} open={deed === "close"} />
    </>
  );
}

function useMatching(search: GridsSearch) {
  const client = useClient();
  return async (after: string | undefined) => {
    const variables = { filter: filterOf(search), at: momentOf(search.at), after };
    const { data, error } = await client.query(GridsMatchingDocument, variables, { requestPolicy: "network-only" });
    const page = data?.grids;
    return {
      rows: page?.nodes ?? [],
      after: page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined,
      problem: problemOf(error),
    };
  };
}
