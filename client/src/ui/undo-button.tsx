import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { Undoable } from "../lib/done.ts";
import { useConfirmed } from "./use-confirmed.ts";
import { useUndo } from "./use-undo.ts";

/** Undoes it later than on the spot: asks first, and says what stands on it where it is refused. */
export function UndoButton({ what }: { what: Undoable }) {
  const { t } = useTranslation("undo");
  const confirmed = useConfirmed();
  const [undo] = useUndo();
  const isAbsence = "absence" in what;
  const question = {
    title: t(isAbsence ? "confirmAbsence" : "confirm"),
    content: t(isAbsence ? "confirmAbsenceNote" : "confirmNote"),
    okText: t("do"),
    danger: true,
  };
  return (
    <Button
      type="link"
      size="small"
      onClick={() => void confirmed(question, async () => ({ problem: await undo(what) }))}
    >
      {t("do")}
    </Button>
  );
}
