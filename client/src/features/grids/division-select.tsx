import { GridDivisionsDocument, type GridKind } from "@maple-bridge/schema/documents";
import { Form, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useRead } from "../../lib/use-read.ts";
import { useSettled } from "../../lib/use-settled.ts";

interface DivisionSelectProps {
  id?: string;
  value?: string | null;
  onChange?: (id: string | undefined) => void;
  /** The one it stands at, which the search need not find. */
  current: { id: string; code: string; name: string } | null | undefined;
}

/** Finds a village or community by its name or code. */
export function DivisionSelect({ id, value, onChange, current }: DivisionSelectProps) {
  const { t } = useTranslation("grids");
  const [text, setText] = useState("");
  const search = useSettled(text.trim()) || undefined;
  const kind = Form.useWatch<GridKind | undefined>("kind");
  const read = useRead(GridDivisionsDocument, {
    search,
    kind: kind === "VILLAGE" || kind === "COMMUNITY" ? kind : undefined,
  });
  const found = read.data?.divisions.nodes ?? [];
  const known = current && !found.some((each) => each.id === current.id) && !search ? [current, ...found] : found;
  return (
    <Select
      id={id}
      value={value ?? undefined}
      onChange={onChange}
      allowClear
      showSearch={{ filterOption: false, onSearch: setText }}
      loading={read.loading}
      placeholder={t("field.division")}
      notFoundContent={read.loading ? null : t("field.noDivision")}
      options={known.map((each) => ({ value: each.id, label: `${each.name} ${each.code}` }))}
    />
  );
}
