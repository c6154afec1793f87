import { CancelImportDocument } from "@maple-bridge/schema/documents";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { may } from "../../lib/viewer.tsx";
import { useConfirmed } from "../../ui/use-confirmed.ts";
import type { Run } from "./run.ts";

export function CancelButton({ run }: { run: Run }) {
  const { t } = useTranslation("import");
  const confirmed = useConfirmed();
  const [cancelImport, running] = useCommand(CancelImportDocument);
  if (!may(run, "CANCEL_IMPORT")) return null;
  async function cancel() {
    const question = { title: t("cancel.title"), content: t("cancel.note"), okText: t("cancel.do"), danger: true };
    await confirmed(question, () => cancelImport({ id: run.id }));
  }
  return (
    <Button danger loading={running} onClick={() => void cancel()}>
      {t("cancel.do")}
    </Button>
  );
}
