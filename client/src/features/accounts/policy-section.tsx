import {
  SessionPolicyDocument,
  type SessionPolicyQuery,
  UpdateSessionPolicyDocument,
} from "@maple-bridge/schema/documents";
import { Button, Form, InputNumber } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { useRead } from "../../lib/use-read.ts";
import { may } from "../../lib/viewer.tsx";
import { AwaitData } from "../../ui/await-data.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { Section } from "../../ui/section.tsx";

type Policy = SessionPolicyQuery["sessionPolicy"];
type Values = Pick<Policy, "idleMinutes" | "hours">;

export function PolicySection() {
  const { t } = useTranslation("accounts");
  const [isChanging, setChanging] = useState(false);
  const read = useRead(SessionPolicyDocument, {});
  const policy = read.data?.sessionPolicy;
  return (
    <Section
      title={t("policy.title")}
      actions={
        may(policy, "UPDATE_SESSION_POLICY") ? (
          <Button size="small" onClick={() => setChanging(true)}>
            {t("policy.change")}
          </Button>
        ) : undefined
      }
    >
      <AwaitData read={read} rows={1}>
        {({ sessionPolicy }) => (
          <>
            <p className="account-policy">{t("policy.says", sessionPolicy)}</p>
            <PolicyDialog policy={sessionPolicy} open={isChanging} onClose={() => setChanging(false)} />
          </>
        )}
      </AwaitData>
    </Section>
  );
}

function PolicyDialog({ policy, open, onClose }: { policy: Policy; open: boolean; onClose: () => void }) {
  const { t } = useTranslation("accounts");
  const [updateSessionPolicy] = useCommand(UpdateSessionPolicyDocument);
  const rules = [{ required: true }];
  const { idleMinutes, hours, version } = policy;
  return (
    <FormDialog<Values>
      title={t("policy.change")}
      open={open}
      onClose={onClose}
      onSubmit={async (values) => (await updateSessionPolicy({ expectedVersion: version, ...values })).problem}
      initialValues={{ idleMinutes, hours }}
    >
      <Form.Item name="idleMinutes" label={t("policy.idle")} extra={t("policy.idleHint")} rules={rules}>
        <InputNumber min={5} max={1440} precision={0} />
      </Form.Item>
      <Form.Item name="hours" label={t("policy.hours")} extra={t("policy.hoursHint")} rules={rules}>
        <InputNumber min={1} max={168} precision={0} />
      </Form.Item>
    </FormDialog>
  );
}
