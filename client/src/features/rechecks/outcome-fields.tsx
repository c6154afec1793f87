import { Form, Radio } from "antd";
import { useTranslation } from "react-i18next";
import { WhyField } from "../../ui/work/why-field.tsx";
import { outcomes } from "./routes.tsx";

/** What was found, and in words. */
export function OutcomeFields() {
  const { t } = useTranslation("rechecks");
  return (
    <>
      <Form.Item name="outcome" label={t("result")} rules={[{ required: true }]}>
        <Radio.Group optionType="button" options={outcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))} />
      </Form.Item>
      <WhyField name="text" label={t("say.text")} required most={1000} />
    </>
  );
}
