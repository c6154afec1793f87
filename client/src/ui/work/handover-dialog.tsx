import { BeginHandoverDocument } from "@maple-bridge/schema/documents";
import { Form } from "antd";
import { useTranslation } from "react-i18next";
import { sayDone } from "../../lib/telling.ts";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../form-dialog.tsx";
import { HandoverChoices } from "./handover-choices.tsx";
import { MemberSelect } from "./member-select.tsx";
import { WhyField } from "./why-field.tsx";

export interface Giver {
  id: string;
  name: string;
}

interface DialogProps {
  giver: Giver;
  open: boolean;
  onClose: () => void;
}

interface Values {
  takerId: string;
  /** All of it while nothing was left out. */
  itemIds?: string[];
  reason?: string;
}

/** Begins a handover of the giver's open work: to whom, and of what is theirs, which. */
export function HandoverDialog({ giver, open, onClose }: DialogProps) {
  const { t } = useTranslation("work");
  const [begin] = useCommand(BeginHandoverDocument);
  async function submit(values: Values) {
    const { problem } = await begin({ giverId: giver.id, ...values });
    if (!problem) sayDone(t("handover.begun"));
    return problem;
  }
  return (
    <FormDialog<Values>
      title={t("handover.title", { name: giver.name })}
      open={open}
      onClose={onClose}
      onSubmit={submit}
      okText={t("handover.begin")}
    >
      <Form.Item name="takerId" label={t("handover.taker")} extra={t("handover.hint")} rules={[{ required: true }]}>
        <MemberSelect />
      </Form.Item>
      <ItemsField giverId={giver.id} />
      <WhyField />
    </FormDialog>
  );
}

/** Of another taker all is chosen anew. */
function ItemsField({ giverId }: { giverId: string }) {
  const { t } = useTranslation("work");
  const takerId = Form.useWatch<string | undefined>("takerId");
  if (!takerId) return null;
  return (
    <Form.Item key={takerId} name="itemIds" label={t("handover.items")}>
      <HandoverChoices giverId={giverId} takerId={takerId} />
    </Form.Item>
  );
}
