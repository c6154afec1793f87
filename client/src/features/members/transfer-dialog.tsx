import { type SeatsOnTransfer, TransferMemberDocument } from "@maple-bridge/schema/documents";
import { Form, Radio } from "antd";
import { useTranslation } from "react-i18next";
import { today } from "../../lib/dates.ts";
import { useCommand } from "../../lib/use-command.ts";
import { DayField } from "../../ui/day-field.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { ReasonField } from "../../ui/reason-field.tsx";
import { UnitSelect } from "../../ui/unit-select.tsx";
import { takesMembers } from "./takes-members.ts";
import { type Member, postsPast } from "./member.ts";
import { PostNames } from "./post-names.tsx";

interface Values {
  unitId: string;
  on: string;
  seats?: SeatsOnTransfer;
  reason?: string;
}

interface DialogProps {
  member: Member;
  open: boolean;
  onClose: () => void;
}

/** To another unit from a day on; what becomes of the seats held is seen and asked. */
export function TransferDialog({ member, open, onClose }: DialogProps) {
  const { t } = useTranslation("members");
  const [transferMember] = useCommand(TransferMemberDocument);
  const { id, version, name, unit } = member;
  const needed = [{ required: true }];
  const submit = async ({ reason, ...values }: Values) =>
    (await transferMember({ id, expectedVersion: version, ...values, reason: reason || undefined })).problem;
  return (
    <FormDialog<Values>
      title={t("transfer.title", { name })}
      open={open}
      onClose={onClose}
      onSubmit={submit}
      okText={t("transfer.do")}
      initialValues={{ on: today() }}
    >
      <Form.Item
        name="unitId"
        label={t("transfer.to")}
        extra={t("transfer.from", { unit: unit?.name ?? t("outOfSight") })}
        rules={needed}
      >
        <UnitSelect filter={takesMembers} />
      </Form.Item>
      <Form.Item name="on" label={t("transfer.on")} extra={t("transfer.onHint")} rules={needed}>
        <DayField allowClear={false} />
      </Form.Item>
      <SeatsField member={member} />
      <ReasonField />
    </FormDialog>
  );
}

function SeatsField({ member }: { member: Member }) {
  const { t } = useTranslation("members");
  const on = Form.useWatch<string | undefined>("on");
  const posts = on ? postsPast(member, on) : [];
  if (posts.length === 0) return <p className="note">{t("transfer.noPosts")}</p>;
  return (
    <>
      <div>{t("transfer.posts", { count: posts.length })}</div>
      <PostNames posts={posts} />
      <Form.Item name="seats" label={t("transfer.seats")}>
        <Radio.Group
          options={[
            { value: "KEEP", label: t("transfer.keep") },
            { value: "END", label: t("transfer.end") },
          ]}
        />
      </Form.Item>
    </>
  );
}
