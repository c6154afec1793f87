import { CancelAbsenceDocument, UpdateAbsenceDocument } from "@maple-bridge/schema/documents";
import { getRouteApi } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { usePatch } from "../../lib/url-state.ts";
import { may } from "../../lib/viewer.tsx";
import { UndoButton } from "../../ui/undo-button.tsx";
import { useConfirmed } from "../../ui/use-confirmed.ts";
import type { Absence, Member } from "./member.ts";
import { UpdateAbsenceDialog } from "./update-absence-dialog.tsx";

const route = getRouteApi("/shell/members");

interface AbsenceActionsProps {
  absence: Absence;
  member: Member;
}

/** One that has begun ends by coming back; one that has not is taken back. */
export function AbsenceActions({ absence, member }: AbsenceActionsProps) {
  const { t } = useTranslation("members");
  const [changing, setChanging] = useState(false);
  const { standIn } = route.useSearch();
  const { close } = usePatch<{ standIn?: string }>();
  const comeBack = useComeBack(absence, member);
  const cancel = useCancel(absence, member);
  const [mayUpdate, mayCancel] = [may(absence, "UPDATE_ABSENCE"), may(absence, "CANCEL_ABSENCE")];
  return (
    <span className="member-line-actions">
      {mayUpdate ? (
        <Button type="link" size="small" onClick={() => setChanging(true)}>
          {t("absence.change")}
        </Button>
      ) : null}
      {mayCancel ? (
        <Button type="link" size="small" danger onClick={() => void cancel()}>
          {t("absence.cancel")}
        </Button>
      ) : null}
      {mayUpdate && !mayCancel ? (
        <Button type="link" size="small" onClick={() => void comeBack()}>
          {t("absence.back")}
        </Button>
      ) : null}
      {may(absence, "UNDO_ABSENCE") && !mayCancel ? <UndoButton what={{ absence }} /> : null}
      <UpdateAbsenceDialog absence={absence} member={member} open={changing} onClose={() => setChanging(false)} />
      <UpdateAbsenceDialog
        absence={absence}
        member={member}
        open={mayUpdate && standIn === absence.id}
        isArranging
        onClose={() => close("standIn")}
      />
    </span>
  );
}

function useComeBack({ id, version }: Absence, { name }: Member) {
  const { t } = useTranslation("members");
  const confirmed = useConfirmed();
  const [updateAbsence] = useCommand(UpdateAbsenceDocument);
  return async () => {
    const question = {
      title: t("absence.backTitle", { name }),
      content: t("absence.backNote"),
      okText: t("absence.back"),
    };
    await confirmed(question, () => updateAbsence({ id, expectedVersion: version, to: new Date().toISOString() }));
  };
}

function useCancel({ id, version }: Absence, { name }: Member) {
  const { t } = useTranslation("members");
  const confirmed = useConfirmed();
  const [cancelAbsence] = useCommand(CancelAbsenceDocument);
  return async () => {
    const question = {
      title: t("absence.cancelTitle", { name }),
      content: t("absence.cancelNote"),
      okText: t("absence.cancel"),
      danger: true,
    };
    await confirmed(question, () => cancelAbsence({ id, expectedVersion: version }));
  };
}
