import { CancelAbsenceDocument, UpdateAbsenceDocument } from "@maple-bridge/schema/documents";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { useConfirm } from "../../ui/use-confirm.ts";
import { useTellProblem } from "../../ui/use-tell-problem.ts";
import type { Absence, Member } from "./member.ts";
import { UpdateAbsenceDialog } from "./update-absence-dialog.tsx";

interface AbsenceActionsProps {
  absence: Absence;
  member: Member;
  hasBegun: boolean;
}

/** One that has begun ends by coming back; one that has not is taken back. */
export function AbsenceActions({ absence, member, hasBegun }: AbsenceActionsProps) {
  const { t } = useTranslation("members");
  const [changing, setChanging] = useState(false);
  const comeBack = useComeBack(absence, member);
  const cancel = useCancel(absence, member);
  return (
    <span className="line-actions">
      <Button type="link" size="small" onClick={() => setChanging(true)}>
        {t("absence.change")}
      </Button>
      {hasBegun ? (
        <Button type="link" size="small" onClick={() => void comeBack()}>
          {t("absence.back")}
        </Button>
      ) : (
        <Button type="link" size="small" danger onClick={() => void cancel()}>
          {t("absence.cancel")}
        </Button>
      )}
      <UpdateAbsenceDialog absence={absence} member={member} open={changing} onClose={() => setChanging(false)} />
    </span>
  );
}

function useComeBack({ id, version }: Absence, { name }: Member) {
  const { t } = useTranslation("members");
  const confirm = useConfirm();
  const tell = useTellProblem();
  const [updateAbsence] = useCommand(UpdateAbsenceDocument);
  return async () => {
    const question = {
      title: t("absence.backTitle", { name }),
      content: t("absence.backNote"),
      okText: t("absence.back"),
    };
    if (await confirm(question))
      tell((await updateAbsence({ id, expectedVersion: version, to: new Date().toISOString() })).problem);
  };
}

function useCancel({ id, version }: Absence, { name }: Member) {
  const { t } = useTranslation("members");
  const confirm = useConfirm();
  const tell = useTellProblem();
  const [cancelAbsence] = useCommand(CancelAbsenceDocument);
  return async () => {
    const question = {
      title: t("absence.cancelTitle", { name }),
      content: t("absence.cancelNote"),
      okText: t("absence.cancel"),
      danger: true,
    };
    if (await confirm(question)) tell((await cancelAbsence({ id, expectedVersion: version })).problem);
  };
}
