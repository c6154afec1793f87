import { MemberLeavesDocument } from "@maple-bridge/schema/documents";
import { Checkbox, Form } from "antd";
import { useTranslation } from "react-i18next";
import { today } from "../../lib/dates.ts";
import { useCommand } from "../../lib/use-command.ts";
import { DayField } from "../../ui/day-field.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { ReasonField } from "../../ui/reason-field.tsx";
import { type Member, postsPast } from "./member.ts";
import { PostNames } from "./post-names.tsx";

interface Values {
  on: string;
  endAssignments?: boolean;
  reason?: string;
}

interface DialogProps {
  member: Member;
  open: boolean;
  onClose: () => void;
}

export function LeaveDialog({ member, open, onClose }: DialogProps) {
  const { t } = useTranslation("members");
  const [memberLeaves] = useCommand(MemberLeavesDocument);
  const { id, version, name } = member;
  const submit = async ({ endAssignments = false, ...values }: Values) =>
    (await memberLeaves({ id, expectedVersion: version, endAssignments, ...values })).problem;
  return (
    <FormDialog<Values>
      title={t("leave.title", { name })}
      open={open}
      onClose={onClose}
      onSubmit={submit}
      okText={t("leave.do")}
      initialValues={{ on: today() }}
    >
      <Form.Item name="on" label={t("leave.on")} extra={t("leave.onHint")} rules={[{ required: true }]}>
        <DayField />
      </Form.Item>
      <PostsEnded member={member} />
      <ReasonField />
    </FormDialog>
  );
}

/** The posts that would fall vacant, which one has to see before saying yes. */
function PostsEnded({ member }: { member: Member }) {
  const { t } = useTranslation("members");
  const on = Form.useWatch<string | undefined>("on");
  const posts = on ? postsPast(member, on) : [];
  if (posts.length === 0) return <p className="note">{t("leave.noPosts")}</p>;
  return (
    <>
      <div>{t("leave.posts", { count: posts.length })}</div>
      <PostNames posts={posts} />
      <Form.Item
        name="endAssignments"
        valuePropName="checked"
        rules={[
          { validator: async (_rule, ticked) => (ticked ? undefined : Promise.reject(new Error(t("leave.mustEnd")))) },
        ]}
      >
        <Checkbox>{t("leave.end")}</Checkbox>
      </Form.Item>
    </>
  );
}
