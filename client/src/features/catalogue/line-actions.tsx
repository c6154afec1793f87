import { RetireDutyLineDocument, SetDutyLineAsideDocument } from "@maple-bridge/schema/documents";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { may } from "../../lib/viewer.tsx";
import { useConfirmed } from "../../ui/use-confirmed.ts";
import type { Line } from "./line.ts";
import { SetLineDialog } from "./set-line-dialog.tsx";
import type { Station } from "./station-note.tsx";

interface LineActionsProps {
  line: Line;
  /** Whether a station's catalogue is shown, and whose once it is known. */
  isAtStation: boolean;
  station: Station | undefined;
}

/** At a station, what is done with the bureau's line is done for that station alone. */
export function LineActions({ line, isAtStation, station }: LineActionsProps) {
  const { t } = useTranslation("duty-catalogue");
  const [isSetting, setSetting] = useState(false);
  const retire = useRetire(line);
  const setAside = useSetAside(line, station);
  const isStations = isAtStation && line.isOfBureau && line.endsAt === null;
  const maySet = isStations ? may(station, "MANAGE_DUTY_LINES") : may(line, "SET_DUTY_LINE");
  return (
    <div className="row-actions">
      {maySet ? (
        <Button onClick={() => setSetting(true)}>{t(isStations || line.isSetAside ? "setOwn" : "set")}</Button>
      ) : null}
      {isStations && maySet ? <Button onClick={() => void setAside()}>{t("setAside")}</Button> : null}
      {!isStations && may(line, "RETIRE_DUTY_LINE") ? (
        <Button danger={!line.isSetAside} onClick={() => void retire()}>
          {t(line.isSetAside ? "takeBack" : "retire")}
        </Button>
      ) : null}
      <SetLineDialog line={line} station={station} open={isSetting} onClose={() => setSetting(false)} />
    </div>
  );
}

function useRetire({ id, title, version, isSetAside, isOfBureau }: Line) {
  const { t } = useTranslation("duty-catalogue");
  const confirmed = useConfirmed();
  const [retireDutyLine] = useCommand(RetireDutyLineDocument);
  return async () => {
    const question = isSetAside
      ? { title: t("takeBackTitle", { title }), content: t("takeBackNote"), okText: t("takeBack") }
      : {
          title: t("retireTitle", { title }),
          content: t(isOfBureau ? "retireNote" : "retireOwnNote"),
          okText: t("retire"),
          danger: true,
        };
    await confirmed(question, () => retireDutyLine({ id, expectedVersion: version }));
  };
}

function useSetAside({ id, title }: Line, station: Station | undefined) {
  const { t } = useTranslation("duty-catalogue");
  const confirmed = useConfirmed();
  const [setDutyLineAside] = useCommand(SetDutyLineAsideDocument);
  return async () => {
    if (!station) return;
    const question = {
      title: t("setAsideTitle", { title, station: station.name }),
      content: t("setAsideNote"),
      okText: t("setAside"),
    };
    await confirmed(question, () => setDutyLineAside({ id, stationId: station.id }));
  };
}
