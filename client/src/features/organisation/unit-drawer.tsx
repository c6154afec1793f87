import { UnitDetailsDocument, type UnitDetailsQuery } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { useRead } from "../../lib/use-read.ts";
import { may } from "../../lib/viewer.tsx";
import { AwaitData } from "../../ui/await-data.tsx";
import { ChangeList } from "../../ui/change-list.tsx";
import { DateText } from "../../ui/date-text.tsx";
import { Details } from "../../ui/details.tsx";
import { EmptyNote } from "../../ui/empty-note.tsx";
import { SideDrawer } from "../../ui/side-drawer.tsx";
import { OpenLight } from "./open-light.tsx";
import { UnitActions } from "./unit-actions.tsx";

interface UnitDrawerProps {
  id: string | undefined;
  onClose: () => void;
  onOpen: (id: string) => void;
}

export function UnitDrawer({ id, onClose, onOpen }: UnitDrawerProps) {
  const { t } = useTranslation("organisation");
  const read = useRead(UnitDetailsDocument, { id: id ?? "" }, id === undefined);
  const unit = read.data?.unit?.id === id ? read.data?.unit : undefined;
  return (
    <SideDrawer open={id} title={unit?.name ?? t("unit.one")} onClose={onClose}>
      <AwaitData read={read}>
        {({ unit: found, grids }) =>
          found ? (
            <>
              {may(found, "MANAGE_UNITS") ? <UnitActions unit={found} onOpen={onOpen} /> : null}
              <UnitFacts unit={found} grids={grids.totalCount} />
              <ChangeList changes={found.history} />
            </>
          ) : (
            <EmptyNote title={t("unit.gone")} />
          )
        }
      </AwaitData>
    </SideDrawer>
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
