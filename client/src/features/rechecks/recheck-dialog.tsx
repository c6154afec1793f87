import { type RecheckOutcome, RecheckWorkDocument } from "@maple-bridge/schema/documents";
import { Alert, Form } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { PhotoInput } from "../../ui/photos/photo-input.tsx";
import { OutcomeFields } from "./outcome-fields.tsx";
import type { RecheckDetails } from "./recheck-drawer.tsx";

export interface RecheckDialogProps {
  recheck: RecheckDetails;
  open: boolean;
  onClose: () => void;
}

/** What the check has found, with photos where one has taken some. */
export function RecheckDialog({ recheck, open, onClose }: RecheckDialogProps) {
  const { t } = useTranslation("rechecks");
  const [recheckWork] = useCommand(RecheckWorkDocument);
  const { item, round, evidence } = recheck;
  if (!item) return null;
  return (
    <FormDialog<{ outcome: RecheckOutcome; text: string }>
      title={t("say.title", { title: item.title })}
      open={open}
      onClose={onClose}
      onSubmit={async (values) => (await recheckWork({ id: item.id, ...values })).problem}
      okText={t("say.ok")}
    >
      <OutcomeFields />
      <Failed />
      <Form.Item label={t("photos")}>
        <PhotoInput item={{ id: item.id, round, photosAtLeast: 0, evidence }} />
      </Form.Item>
    </FormDialog>
  );
}

function Failed() {
  const { t } = useTranslation("rechecks");
  const outcome = Form.useWatch<RecheckOutcome | undefined>("outcome");
  if (outcome !== "NOT_CONFIRMED") return null;
  return (
    <Form.Item>
      <Alert type="warning" showIcon title={t("say.failed")} />
    </Form.Item>
  );
}
