import { UnitDetailsDocument, type UnitDetailsQuery } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { useRead } from "../../lib/use-read.ts";
import { ChangeList } from "../../ui/change-list.tsx";
import { DetailsDrawer } from "../../ui/details-drawer.tsx";
import { DateText } from "../../ui/date-text.tsx";
import { Details } from "../../ui/details.tsx";
import { OpenLight } from "./open-light.tsx";
import { UnitActions } from "./unit-actions.tsx";

interface UnitDrawerProps {
  id: string | undefined;
  onClose: () => void;
  onOpen: (id: string) => void;
}

export function UnitDrawer({ id, onClose, onOpen }: UnitDrawerProps) {
  const { t } = useTranslation("organisation");
  return (
    <DetailsDrawer
      open={id}
      onClose={onClose}
      read={useRead(UnitDetailsDocument, { id: id ?? "" }, id === undefined)}
      find={({ unit }) => unit}
      renderTitle={({ name }) => name}
      one={t("unit.one")}
      gone={t("unit.gone")}
    >
      {(unit, { grids }) => (
        <>
          <UnitActions unit={unit} hasGrids={grids.totalCount > 0} onOpen={onOpen} />
          <UnitFacts unit={unit} grids={grids.totalCount} />
          <ChangeList changes={unit.history} />
        </>
      )}
    </DetailsDrawer>
  );
}

function UnitFacts({ unit, grids }: { unit: NonNullable<UnitDetailsQuery["unit"]>; grids: number }) {
  const { t } = useTranslation(["organisation", "words"]);
  const forStations =
    unit.kind === "STATION"
      ? [
          { label: t("station.template"), value: unit.template ? t(`words:stationTemplate.${unit.template}`) : "—" },
          { label: t("unit.grids"), value: grids },
        ]
      : [];
  return (
    <Details
      items={[
        { label: t("unit.state"), value: <OpenLight {...unit} /> },
        { label: t("unit.kind"), value: t(`words:unitKind.${unit.kind}`) },
        { label: t("unit.parent"), value: unit.parent?.name },
        { label: t("unit.level"), value: t(`level.${unit.level}` as "level.1") },
        { label: t("unit.code"), value: unit.code },
        { label: t("unit.opened"), value: <DateText value={unit.openedOn} /> },
        ...forStations,
      ]}
    />
  );
}
