import type { EvidenceKind, FailingRule, MatterKind } from "@maple-bridge/schema/documents";
import { Checkbox, Form, Input, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useCategories } from "../../ui/work/category-select.tsx";
import { matterKinds } from "../../ui/work/work-glossary.ts";
import { evidenceKinds, failingOf } from "./content.ts";

/** One item: what it asks, how it is answered, and which answers open a hazard. */
export function ItemField({ name }: { name: number }) {
  const { t } = useTranslation(["checklists", "words"]);
  const of = ["content", "items", name];
  const evidence = Form.useWatch<EvidenceKind | undefined>([...of, "evidence"]) ?? "COUNT";
  const rules = failingOf[evidence];
  const asked = Form.useWatch<FailingRule | undefined>([...of, "fails"]);
  const found = Form.useWatch<MatterKind | null | undefined>([...of, "finds"]);
  const finds = evidence === "COUNT" ? found : undefined;
  const fails = rules.find((rule) => rule === asked) ?? "NEVER";
  return (
    <div className="checklists-item">
      <Form.Item
        className="checklists-wide"
        name={[name, "wording"]}
        label={t("wording")}
        rules={[{ required: true, whitespace: true }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name={[name, "evidence"]} label={t("answeredBy")}>
        <Select options={evidenceKinds.map((value) => ({ value, label: t(`evidence.${value}`) }))} />
      </Form.Item>
      {evidence === "COUNT" ? <RangeFields name={name} /> : null}
      {evidence === "CHOICE" ? (
        <Form.Item
          className="checklists-wide"
          name={[name, "choices"]}
          label={t("choices")}
          extra={t("choicesHint")}
          rules={[{ required: true }]}
        >
          <Select mode="tags" open={false} suffix={null} tokenSeparators={["\uff0c", ",", "\u3001", "/"]} />
        </Form.Item>
      ) : null}
      {evidence === "COUNT" ? (
        <Form.Item name={[name, "finds"]} label={t("finds")} extra={finds ? t("findsHint") : undefined}>
          <Select
            allowClear
            placeholder={t("findsNothing")}
            options={matterKinds.map((value) => ({ value, label: t(`words:matterKind.${value}`) }))}
          />
        </Form.Item>
      ) : null}
      {finds ? (
        <CategoryField name={name} kind={finds} />
      ) : (
        <Form.Item name={[name, "fails"]} label={t("fails")}>
          <Select options={rules.map((value) => ({ value, label: t(`failing.${value}`) }))} />
        </Form.Item>
      )}
      {finds || fails === "NEVER" ? null : <FailingFields name={name} fails={fails} />}
      <Form.Item name={[name, "code"]} label={t("code")} extra={t("itemCodeHint")} rules={[{ required: true }]}>
        <Input maxLength={30} />
      </Form.Item>
      <div className="checklists-ticks">
        <Form.Item name={[name, "isRequired"]} valuePropName="checked" noStyle>
          <Checkbox>{t("required")}</Checkbox>
        </Form.Item>
        <Form.Item name={[name, "isOurs"]} valuePropName="checked" noStyle>
          <Checkbox>{t("ours")}</Checkbox>
        </Form.Item>
      </div>
    </div>
  );
}

function RangeFields({ name }: { name: number }) {
  const { t } = useTranslation("checklists");
  return (
    <>
      <Form.Item name={[name, "least"]} label={t("least")}>
        <InputNumber min={0} max={1_000_000} precision={0} placeholder="0" />
      </Form.Item>
      <Form.Item name={[name, "most"]} label={t("most")}>
        <InputNumber min={0} max={1_000_000} precision={0} placeholder="9999" />
      </Form.Item>
    </>
  );
}

function FailingFields({ name, fails }: { name: number; fails: FailingRule }) {
  const { t } = useTranslation("checklists");
  const choices = Form.useWatch<string[] | undefined>(["content", "items", name, "choices"]) ?? [];
  return (
    <>
      {fails === "ABOVE" || fails === "BELOW" ? (
        <Form.Item name={[name, "failsBound"]} label={t("bound")} rules={[{ required: true }]}>
          <InputNumber min={0} max={1_000_000} precision={0} />
        </Form.Item>
      ) : null}
      {fails === "CHOSEN" ? (
        <Form.Item name={[name, "failingChoices"]} label={t("failingChoices")} rules={[{ required: true }]}>
          <Select mode="multiple" options={choices.map((value) => ({ value, label: value }))} />
        </Form.Item>
      ) : null}
      <CategoryField name={name} kind="HAZARD" />
    </>
  );
}

/** Under which what the item opens is registered. */
function CategoryField({ name, kind }: { name: number; kind: MatterKind }) {
  const { t } = useTranslation("checklists");
  const categories = useCategories()?.filter((category) => category.kind === kind);
  return (
    <Form.Item name={[name, "hazardCategory"]} label={t(kind === "HAZARD" ? "hazardCategory" : "foundCategory")}>
      <Select
        allowClear
        placeholder={t("anyHazard")}
        options={categories?.map(({ code, name: label }) => ({ value: code, label }))}
      />
    </Form.Item>
  );
}
