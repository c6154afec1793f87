import { UnitChoicesDocument, type UnitFilter, UnitListDocument } from "@maple-bridge/schema/documents";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { lazily } from "../../lib/lazily.ts";
import { useRead } from "../../lib/use-read.ts";
import { may, useViewer } from "../../lib/viewer.tsx";
import { seek, tick } from "../../ui/list-page/filter-fields.tsx";
import { ListPage } from "../../ui/list-page/list-page.tsx";
import { useUnitTree } from "../../ui/use-unit-tree.ts";
import { unitsRoute } from "./routes.tsx";
import { useUnitColumns } from "./unit-columns.tsx";
import { linesOf } from "./unit-rows.ts";
import "./organisation.css";

const UnitDrawer = lazily(() => import("./unit-drawer.tsx"), "UnitDrawer");
const CreateStationDialog = lazily(() => import("./create-station-dialog.tsx"), "CreateStationDialog");
const CreateUnitDialog = lazily(() => import("./create-unit-dialog.tsx"), "CreateUnitDialog");

const openOnes: UnitFilter = { openOnly: true };
const everyOne: UnitFilter = {};

export function UnitsPage() {
  const { t } = useTranslation("organisation");
  const search = unitsRoute.useSearch();
  const mayManage = may(useViewer().bureau, "MANAGE_UNITS");
  const [folds, onFold] = useFolds();
  const count = useRead(UnitChoicesDocument, { filter: openOnes, first: 1 }).data?.units.totalCount;
  const filter = search.closed ? everyOne : openOnes;
  const tree = useUnitTree({ filter, withCounts: true }, { opened: folds, text: search.q });
  return (
    <ListPage
      page="units"
      note={count === undefined ? undefined : t("unit.count", { open: count })}
      search={search}
      list={{
        ...tree,
        rows: linesOf(tree, folds),
        asked: { document: UnitListDocument, variables: { filter: { ...filter, search: search.q } } },
      }}
      columns={useUnitColumns(onFold)}
      filters={{ q: seek(t("unit.search")), closed: tick(t("unit.withClosed")) }}
      empty={{ none: t("unit.none"), hint: t("unit.noneHint") }}
      below={tree.unshown > 0 ? <p className="note">{t("unit.unshown", { count: tree.unshown })}</p> : undefined}
      creations={[
        { text: t("unit.create"), may: mayManage, renderDialog: (dialog) => <CreateUnitDialog {...dialog} /> },
        { text: t("station.create"), may: mayManage, renderDialog: (dialog) => <CreateStationDialog {...dialog} /> },
      ]}
      renderDrawer={(drawer) => <UnitDrawer {...drawer} />}
    />
  );
}

/** Which lines are the other way than at first: the top is unfolded, all below is not. */
function useFolds() {
  const [folds, setFolds] = useState<ReadonlySet<string>>(new Set());
  const turn = (id: string) =>
    setFolds((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  return [folds, turn] as const;
}
