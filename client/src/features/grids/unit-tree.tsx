import type { UnitFilter } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { today } from "../../lib/dates.ts";
import { type Branch, everyUnit } from "../../lib/unit-tree.ts";
import { AwaitData } from "../../ui/await-data.tsx";
import { type Coverage, CoverageLight } from "../../ui/coverage-light.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { type UnitTree as Tree, useUnitTree } from "../../ui/use-unit-tree.ts";
import { momentOf } from "../../lib/moments.ts";

export const placesOfGrids: UnitFilter = { kinds: ["STATION", "POLICE_ROOM"] };

interface UnitTreeProps {
  at: string | undefined;
  /** The unit whose grids are shown; all within reach when left out. */
  unitId: string | undefined;
  onChoose: (unitId: string | undefined) => void;
}

/** Stations and police rooms within reach, each with how its seats stand; what lies below on the way to the chosen one. */
export function UnitTree({ at, unitId, onChoose }: UnitTreeProps) {
  const { t } = useTranslation("grids");
  const filter = { ...placesOfGrids, closedAfter: at ?? today() };
  const tree = useUnitTree(
    { filter, coverage: { at: momentOf(at) } },
    { opened: unitId === undefined ? [] : [unitId], chosen: unitId },
  );
  const data = tree.branches && { branches: tree.branches };
  return (
    <nav className="grid-tree" aria-label={t("tree.label")} aria-busy={tree.refreshing}>
      <AwaitData read={{ ...tree, data, loading: !data }} rows={10}>
        {({ branches }) => {
          const [root] = branches;
          const isWhole = branches.length !== 1;
          const chosen = everyUnit(branches).find(({ id }) => id === unitId);
          return (
            <>
              <ul>
                {isWhole || !root ? (
                  <li>
                    <UnitButton
                      name={t("tree.all")}
                      coverage={tree.bureau?.coverage}
                      isChosen={!unitId}
                      onChoose={() => onChoose(undefined)}
                    />
                  </li>
                ) : null}
                <UnitItems
                  tree={tree}
                  branches={branches}
                  parentId={undefined}
                  chosen={unitId ?? (isWhole ? undefined : root?.unit.id)}
                  onChoose={(id) => onChoose(!isWhole && id === root?.unit.id ? undefined : id)}
                />
              </ul>
              {tree.problem ? <ProblemNote problem={tree.problem} onRetry={tree.retry} /> : null}
              <WithoutGaps coverage={chosen?.coverage ?? tree.bureau?.coverage} />
            </>
          );
        }}
      </AwaitData>
    </nav>
  );
}

interface UnitItemsProps {
  tree: Tree;
  branches: readonly Branch[];
  parentId: string | undefined;
  chosen: string | undefined;
  onChoose: (unitId: string) => void;
}

/** What lies below is shown at the top, and on the way to the chosen one. */
function UnitItems({ parentId, branches, ...shared }: UnitItemsProps) {
  const { t } = useTranslation("grids");
  const { tree, chosen, onChoose } = shared;
  const more = tree.moreOf(parentId);
  return (
    <>
      {branches.map((branch) => (
        <li key={branch.unit.id}>
          <UnitButton
            name={branch.unit.name}
            coverage={branch.unit.coverage}
            isChosen={branch.unit.id === chosen}
            onChoose={() => onChoose(branch.unit.id)}
          />
          {branch.below.length > 0 && (branch.depth === 0 || holds(branch, chosen)) ? (
            <ul>
              <UnitItems {...shared} branches={branch.below} parentId={branch.unit.id} />
            </ul>
          ) : null}
        </li>
      ))}
      {more ? (
        <li>
          <button type="button" className="grid-tree-more" disabled={tree.refreshing} onClick={more.read}>
            {t("tree.more", { count: more.left })}
          </button>
        </li>
      ) : null}
    </>
  );
}

const holds = ({ unit, below }: Branch, id: string | undefined): boolean =>
  unit.id === id || below.some((branch) => holds(branch, id));

interface UnitButtonProps {
  name: string;
  coverage: Coverage | null | undefined;
  isChosen: boolean;
  onChoose: () => void;
}

const UnitButton = ({ name, coverage, isChosen, onChoose }: UnitButtonProps) => (
  <button type="button" aria-current={isChosen || undefined} onClick={onChoose}>
    <span className="grid-tree-name">{name}</span>
    {coverage && coverage.required > 0 ? <CoverageLight coverage={coverage} of="many" /> : null}
  </button>
);

interface WithoutGapsProps {
  coverage: { required: number; grids: number; gridsWithVacancy: number } | null | undefined;
}

function WithoutGaps({ coverage }: WithoutGapsProps) {
  const { t } = useTranslation("grids");
  if (!coverage || coverage.required === 0) return null;
  const { grids, gridsWithVacancy } = coverage;
  return <p className="note">{t("tree.withoutGaps", { full: grids - gridsWithVacancy, grids })}</p>;
}
