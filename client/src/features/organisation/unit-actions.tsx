import { CloseUnitDocument, ReopenUnitDocument, type UnitRowFragment } from "@maple-bridge/schema/documents";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { lazily } from "../../lib/lazily.ts";
import { withWords } from "../../lib/locale.ts";
import { useCommand } from "../../lib/use-command.ts";
import { may } from "../../lib/viewer.tsx";
import { Later } from "../../ui/later.tsx";
import { useConfirmed } from "../../ui/use-confirmed.ts";
import { CloseDialog } from "./close-dialog.tsx";
import { CreateUnitDialog } from "./create-unit-dialog.tsx";
import { MoveUnitDialog } from "./move-unit-dialog.tsx";
import { UpdateUnitDialog } from "./update-unit-dialog.tsx";

const RosterButton = lazily(
  withWords("list-tools", () => import("../../ui/paper/roster-button.tsx")),
  "RosterButton",
);

interface UnitActionsProps {
  unit: UnitRowFragment;
  hasGrids: boolean;
  onOpen: (id: string) => void;
}

export function UnitActions({ unit, hasGrids, onOpen }: UnitActionsProps) {
  const { t } = useTranslation("organisation");
  const [doing, setDoing] = useState<"update" | "move" | "close" | "add">();
  const [closeUnit] = useCommand(CloseUnitDocument);
  const reopen = useReopen(unit);
  const done = () => setDoing(undefined);
  return (
    <div className="row-actions">
      {may(unit, "UPDATE_UNIT") ? <Button onClick={() => setDoing("update")}>{t("unit.update")}</Button> : null}
      {may(unit, "CREATE_UNIT") ? <Button onClick={() => setDoing("add")}>{t("unit.addBelow")}</Button> : null}
      {may(unit, "MOVE_UNIT") ? <Button onClick={() => setDoing("move")}>{t("unit.move")}</Button> : null}
      {may(unit, "CLOSE_UNIT") ? (
        <Button danger onClick={() => setDoing("close")}>
          {t("unit.close")}
        </Button>
      ) : null}
      {may(unit, "REOPEN_UNIT") ? <Button onClick={() => void reopen()}>{t("unit.reopen")}</Button> : null}
      <Later when={hasGrids}>
        <RosterButton unitId={unit.id} />
      </Later>
      <UpdateUnitDialog unit={unit} open={doing === "update"} onClose={done} />
      <CreateUnitDialog parentId={unit.id} open={doing === "add"} onClose={done} onMade={onOpen} />
      <MoveUnitDialog unit={unit} open={doing === "move"} onClose={done} />
      <CloseDialog
        title={t("unit.closeTitle", { name: unit.name })}
        note={t("unit.closeNote")}
        okText={t("unit.close")}
        open={doing === "close"}
        onClose={done}
        onSubmit={async (closing) =>
          (await closeUnit({ id: unit.id, expectedVersion: unit.version, ...closing })).problem
        }
      />
    </div>
  );
}

function useReopen({ id, name, version }: UnitRowFragment) {
  const { t } = useTranslation("organisation");
  const confirmed = useConfirmed();
  const [reopenUnit] = useCommand(ReopenUnitDocument);
  return async () => {
    const question = {
      title: t("unit.reopenTitle", { name }),
      content: t("unit.reopenNote"),
      okText: t("unit.reopen"),
    };
    await confirmed(question, () => reopenUnit({ id, expectedVersion: version }));
  };
}
