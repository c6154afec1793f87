import { UnitCoveragesDocument, type UnitCoveragesQuery } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { today } from "../../lib/dates.ts";
import { type Branch, branchesOf, prune } from "../../lib/unit-tree.ts";
import { useRead } from "../../lib/use-read.ts";
import { AwaitData } from "../../ui/await-data.tsx";
import { CoverageLight } from "../../ui/coverage-light.tsx";
import { momentOf } from "./moments.ts";

type Unit = UnitCoveragesQuery["bureau"]["units"][number];

interface UnitTreeProps {
  at: string | undefined;
  /** The unit whose grids are shown; all within reach when left out. */
  unitId: string | undefined;
  onChoose: (unitId: string | undefined) => void;
}

/** Stations and police rooms within reach, each with how its seats stand. */
export function UnitTree({ at, unitId, onChoose }: UnitTreeProps) {
  const { t } = useTranslation("grids");
  const read = useRead(UnitCoveragesDocument, { at: momentOf(at) });
  return (
    <nav className="unit-tree" aria-label={t("tree.label")}>
      <AwaitData read={read} rows={10}>
        {({ bureau }) => {
          const branches = gridBearing(bureau.units, at);
          const [root] = branches;
          const isWhole = branches.length !== 1;
          return (
            <>
              <ul>
                {isWhole || !root ? (
                  <li>
                    <UnitButton
                      name={t("tree.all")}
                      coverage={bureau.coverage}
                      isChosen={!unitId}
                      onChoose={() => onChoose(undefined)}
                    />
                  </li>
                ) : null}
                {branches.map((branch) => (
                  <UnitItem
                    key={branch.unit.id}
                    branch={branch}
                    chosen={unitId ?? (isWhole ? undefined : root?.unit.id)}
                    onChoose={(id) => onChoose(!isWhole && id === root?.unit.id ? undefined : id)}
                  />
                ))}
              </ul>
              <WithoutGaps coverage={bureau.units.find(({ id }) => id === unitId)?.coverage ?? bureau.coverage} />
            </>
          );
        }}
      </AwaitData>
    </nav>
  );
}

export function gridBearing(units: readonly Unit[], at: string | undefined): Branch<Unit>[] {
  const day = at ?? today();
  const isOpen = ({ closedOn }: Unit) => !closedOn || closedOn > day;
  return prune(branchesOf(units), (unit) => (unit.kind === "STATION" || unit.kind === "POLICE_ROOM") && isOpen(unit));
}

interface UnitItemProps {
  branch: Branch<Unit>;
  chosen: string | undefined;
  onChoose: (unitId: string) => void;
}

/** What lies below is shown at the top, and on the way to the chosen one. */
function UnitItem({ branch, chosen, onChoose }: UnitItemProps) {
  const { unit, depth, below } = branch;
  return (
    <li>
      <UnitButton
        name={unit.name}
        coverage={unit.coverage}
        isChosen={unit.id === chosen}
        onChoose={() => onChoose(unit.id)}
      />
      {below.length > 0 && (depth === 0 || holds(branch, chosen)) ? (
        <ul>
          {below.map((each) => (
            <UnitItem key={each.unit.id} branch={each} chosen={chosen} onChoose={onChoose} />
          ))}
        </ul>
      ) : null}
    </li>
  );
}

const holds = ({ unit, below }: Branch<Unit>, id: string | undefined): boolean =>
  unit.id === id || below.some((branch) => holds(branch, id));

interface UnitButtonProps {
  name: string;
  coverage: Unit["coverage"];
  isChosen: boolean;
  onChoose: () => void;
}

const UnitButton = ({ name, coverage, isChosen, onChoose }: UnitButtonProps) => (
  <button type="button" aria-current={isChosen || undefined} onClick={onChoose}>
    <span className="name">{name}</span>
    {coverage && coverage.required > 0 ? <CoverageLight coverage={coverage} of="many" /> : null}
  </button>
);

function WithoutGaps({ coverage: { required, grids, gridsWithVacancy } }: { coverage: NonNullable<Unit["coverage"]> }) {
  const { t } = useTranslation("grids");
  if (required === 0) return null;
  return <p className="note">{t("tree.withoutGaps", { full: grids - gridsWithVacancy, grids })}</p>;
}
