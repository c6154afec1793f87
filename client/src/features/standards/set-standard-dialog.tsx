import { SetStaffingStandardDocument, type StandardFieldsFragment } from "@maple-bridge/schema/documents";
import { Form, InputNumber } from "antd";
import { useTranslation } from "react-i18next";
import { today } from "../../lib/dates.ts";
import { useCommand } from "../../lib/use-command.ts";
import { DayField } from "../../ui/day-field.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { ReasonField } from "../../ui/reason-field.tsx";
import { beginningOn, type Post } from "./post.ts";
import { usePostWords } from "./use-post-words.ts";

interface Values {
  atLeast: number;
  atMost?: number | null;
  from?: string;
  reason?: string;
}

interface DialogProps {
  post: Post;
  current: StandardFieldsFragment | undefined;
  open: boolean;
  onClose: () => void;
}

export function SetStandardDialog({ post, current, open, onClose }: DialogProps) {
  const { t } = useTranslation("standards");
  const { postWords } = usePostWords();
  const [setStaffingStandard] = useCommand(SetStaffingStandardDocument);
  async function submit({ atLeast, atMost, from, reason }: Values) {
    const asked = { ...post, atLeast, atMost: atMost ?? null, from: beginningOn(from), reason };
    return (await setStaffingStandard(asked)).problem;
  }
  return (
    <FormDialog<Values>
      title={t("setFor", { post: postWords(post) })}
      open={open}
      onClose={onClose}
      onSubmit={submit}
      initialValues={{ atLeast: current?.atLeast ?? 0, atMost: current?.atMost, from: today() }}
    >
      <Form.Item name="atLeast" label={t("atLeast")} extra={t("atLeastHint")} rules={[{ required: true }]}>
        <InputNumber autoFocus min={0} max={50} precision={0} />
      </Form.Item>
      <Form.Item name="atMost" label={t("atMost")} extra={t("atMostHint")}>
        <InputNumber min={1} max={50} precision={0} />
      </Form.Item>
      <Form.Item name="from" label={t("from")} extra={t("fromHint")}>
        <DayField />
      </Form.Item>
      <ReasonField />
    </FormDialog>
  );
}
