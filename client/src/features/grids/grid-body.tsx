import { Alert, Button } from "antd";
import { useTranslation } from "react-i18next";
import type { Patching } from "../../lib/url-state.ts";
import { may } from "../../lib/viewer.tsx";
import { ChangeList } from "../../ui/change-list.tsx";
import { Section } from "../../ui/section.tsx";
import { UndoButton } from "../../ui/undo-button.tsx";
import { OpenWork } from "../../ui/work/work-lines.tsx";
import { AssignDialog } from "../../ui/seats/assign-dialog.tsx";
import { changesOf, type GridDetails } from "./grid-details.ts";
import { FactsHistory } from "./facts-history.tsx";
import { GridFacts } from "./grid-facts.tsx";
import type { GridsSearch } from "./grids-search.ts";
import { HolderTimeline } from "./holder-timeline.tsx";
import { PlannedList } from "./planned-list.tsx";
import { SeatList } from "./seat-list.tsx";
import type { NextGap } from "./use-next-gap.ts";

interface GridBodyProps {
  grid: GridDetails;
  search: GridsSearch;
  moves: Patching<GridsSearch>;
  nextGap: NextGap;
}

export function GridBody({ grid, search, moves, nextGap }: GridBodyProps) {
  const { t } = useTranslation(["grids", "grid-drawer"]);
  const { at, assign } = search;
  return (
    <>
      {at ? (
        <Alert
          className="grid-as-of"
          type="info"
          title={t("asOf", { day: at })}
          action={
            <Button size="small" onClick={() => moves.patch({ at: undefined })}>
              {t("day.back")}
            </Button>
          }
        />
      ) : null}
      <Section title={t("seats.title")} actions={<NextGapButton nextGap={nextGap} />}>
        <SeatList grid={grid} at={at} onAssign={(duty) => moves.open({ assign: duty })} />
      </Section>
      <PlannedList grid={grid} />
      <OpenWork of={grid.id} />
      <Section title={t("grid-drawer:timeline.title")}>
        <HolderTimeline grid={grid} at={at} />
      </Section>
      <Section title={t("facts.title")}>
        <GridFacts grid={grid} />
        <FactsHistory facts={grid.facts} />
      </Section>
      <ChangeList
        changes={changesOf(grid)}
        renderDeed={(change) => <UndoAssigned grid={grid} changeId={change.id} />}
      />
      <AssignDialog
        grid={grid}
        duty={may(grid, "ASSIGN_MEMBERS") ? assign : undefined}
        at={at}
        isInAddress
        onClose={() => moves.close("assign")}
      />
    </>
  );
}

/** An assignment of which nothing was done since can be undone where history tells of it. */
function UndoAssigned({ grid, changeId }: { grid: GridDetails; changeId: string }) {
  const made = grid.assignments.find((assignment) => madeBy(assignment) === changeId);
  return may(made, "UNDO_ASSIGNMENT") && made ? <UndoButton what={{ assignments: [made.id] }} /> : null;
}

const madeBy = ({ history }: GridDetails["assignments"][number]) =>
  history.find(({ action }) => action === "assignment.assign")?.id;

function NextGapButton({ nextGap: { grids, open } }: { nextGap: NextGap }) {
  const { t } = useTranslation("grids");
  if (!open) return null;
  return (
    <Button size="small" onClick={open}>
      {t("gaps.next", { grids })} <kbd>N</kbd>
    </Button>
  );
}
