import {
  type CopyDutyCatalogueMutation,
  DutyCatalogueDocument,
  DutyStationDocument,
} from "@maple-bridge/schema/documents";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { startOfDay, today } from "../../lib/dates.ts";
import { lazily } from "../../lib/lazily.ts";
import { oneOf, usePatch } from "../../lib/url-state.ts";
import { useRead } from "../../lib/use-read.ts";
import { may, useViewer } from "../../lib/viewer.tsx";
import { Later } from "../../ui/later.tsx";
import { choice } from "../../ui/list-page/choice.tsx";
import { dayChoice } from "../../ui/list-page/day-choice.tsx";
import { seek } from "../../ui/list-page/filter-fields.tsx";
import { ListPage } from "../../ui/list-page/list-page.tsx";
import { useBeginning } from "../../ui/use-units.ts";
import { CopiedNote } from "./copied-note.tsx";
import { headOf, heads, isFound, keyOf, standingOf } from "./line.ts";
import { useLineColumns } from "./line-columns.tsx";
import { dutyCatalogueRoute } from "./routes.tsx";
import { stationChoice, stations } from "../../ui/list-page/station-choice.tsx";
import { StationNote } from "./station-note.tsx";
import { useLineWords } from "./use-line-words.ts";
import "./catalogue.css";

const LineDrawer = lazily(() => import("./line-drawer.tsx"), "LineDrawer");
const SetLineDialog = lazily(() => import("./set-line-dialog.tsx"), "SetLineDialog");
const DutyPresetDialog = lazily(() => import("./duty-preset-dialog.tsx"), "DutyPresetDialog");
const CopyCatalogueDialog = lazily(() => import("./copy-catalogue-dialog.tsx"), "CopyCatalogueDialog");
const CompareDrawer = lazily(() => import("./compare-drawer.tsx"), "CompareDrawer");

type Copied = CopyDutyCatalogueMutation["copyDutyCatalogue"];

/** What seats answer for: the bureau's catalogue, or what counts at a station. */
export function CataloguePage() {
  const { t } = useTranslation("duty-catalogue");
  const { headWords } = useLineWords();
  const search = dutyCatalogueRoute.useSearch();
  const { open, close } = usePatch<{ compare?: true }>();
  const { bureau } = useViewer();
  const [copied, setCopied] = useState<Copied>([]);
  const isBureaus = may(bureau, "MANAGE_DUTY_LINES");
  // Whoever has one station only is shown what counts there.
  const only = useBeginning(stations, undefined, isBureaus || search.unit !== undefined);
  const unitId = search.unit ?? only?.unitId;
  const at = search.on && startOfDay(search.on);
  const { data, ...read } = useRead(DutyCatalogueDocument, { unitId, at });
  const station = useRead(DutyStationDocument, { unitId: unitId ?? "", at }, unitId === undefined);
  const unit = unitId === undefined ? undefined : (station.data?.unit ?? undefined);
  const ofBureau = new Set(data?.ofBureau.map(keyOf));
  const rows = data?.dutyCatalogue
    .filter((line) => !search.head || headOf(line) === search.head)
    .filter((line) => !search.q || isFound(line, search.q))
    .map((line) => Object.assign({}, line, { standing: standingOf(line, ofBureau.has(keyOf(line))) }));
  const mayManage = unitId === undefined ? isBureaus : may(unit, "MANAGE_DUTY_LINES");
  const isNow = search.on === undefined || search.on === today();
  return (
    <ListPage
      page="dutyCatalogue"
      note={t("note")}
      search={search}
      list={{
        ...read,
        rows,
        asked: {
          document: DutyCatalogueDocument,
          variables: { unitId, at },
          list: "dutyCatalogue",
          ids: rows?.map(({ id }) => id),
        },
      }}
      columns={useLineColumns()}
      filters={{
        q: seek(t("search")),
        unit: stationChoice(t("station")),
        head: choice(
          t("owner"),
          heads.map((value) => ({ value: value as string, label: headWords(value) })),
          { width: 150 },
        ),
        on: dayChoice(t("on"), {}),
        compare: undefined,
      }}
      saidBesides={[search.unit === undefined ? unit?.name : undefined]}
      empty={{ none: t("none"), hint: t("noneHint"), filtered: t("filtered") }}
      creations={[
        {
          text: t("copy.open"),
          may: isBureaus && unit !== undefined && isNow,
          renderDialog: (dialog) => <CopyCatalogueDialog {...dialog} model={unit} onCopied={setCopied} />,
        },
        {
          text: t("preset.apply"),
          may: mayManage && isNow,
          renderDialog: (dialog) => <DutyPresetDialog {...dialog} station={unit} />,
        },
        {
          text: t("create"),
          may: mayManage && isNow,
          renderDialog: (dialog) => <SetLineDialog {...dialog} station={unit} head={oneOf(search.head, heads)} />,
        },
      ]}
      above={
        <>
          <CopiedNote copied={copied} onClose={() => setCopied([])} />
          {unit && station.data ? (
            <StationNote
              unit={unit}
              differences={station.data.dutyCatalogueDifferences.length}
              onCompare={() => open({ compare: true })}
            />
          ) : null}
        </>
      }
      keyOf={keyOf}
      renderDrawer={({ id, onClose }) => <LineDrawer open={id} unitId={unitId} station={unit} onClose={onClose} />}
    >
      <Later when={search.compare === true}>
        <CompareDrawer
          isOpen={search.compare === true}
          differences={station.data?.dutyCatalogueDifferences ?? []}
          onClose={() => close("compare")}
        />
      </Later>
    </ListPage>
  );
}
