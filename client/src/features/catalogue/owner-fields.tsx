import { Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { duties, gridKinds } from "../../lib/glossary.ts";
import { oneOf } from "../../lib/url-state.ts";
import { levels, unitKinds } from "./line.ts";
import { useLineWords } from "./use-line-words.ts";

/** Whose a new line is, of which grids where it is a duty's, and its code. */
export function OwnerFields() {
  const { t } = useTranslation(["duty-catalogue", "words"]);
  const { headWords, partWords } = useLineWords();
  const isDuty = oneOf(Form.useWatch("head"), duties) !== undefined;
  const kinds = gridKinds.map((gridKind) => ({
    value: gridKind as string,
    label: partWords({ gridKind, level: null }),
  }));
  const parts = levels.map((level) => ({ value: String(level), label: partWords({ gridKind: null, level }) }));
  const headsOf = (values: readonly (typeof duties)[number][] | typeof unitKinds) =>
    values.map((value) => ({ value, label: headWords(value) }));
  return (
    <>
      <Form.Item name="head" label={t("owner")} rules={[{ required: true }]}>
        <Select
          options={[
            { label: t("dutyHeads"), options: headsOf(duties) },
            { label: t("unitHeads"), options: headsOf(unitKinds) },
          ]}
        />
      </Form.Item>
      {isDuty ? (
        <Form.Item name="part" label={t("part")} extra={t("partHint")}>
          <Select
            allowClear
            placeholder={t("allGrids")}
            options={[
              { label: t("gridKind"), options: kinds },
              { label: t("level"), options: parts },
            ]}
          />
        </Form.Item>
      ) : null}
      <Form.Item name="code" label={t("code")} extra={t("codeHint")} rules={[{ required: true }]}>
        <Input maxLength={30} />
      </Form.Item>
    </>
  );
}
