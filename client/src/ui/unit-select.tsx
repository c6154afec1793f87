import { UnitTreeDocument, type UnitTreeQuery } from "@maple-bridge/schema/documents";
import { TreeSelect } from "antd";
import { useTranslation } from "react-i18next";
import { type Branch, branchesOf, prune } from "../lib/unit-tree.ts";
import { useRead } from "../lib/use-read.ts";

export type TreeUnit = UnitTreeQuery["bureau"]["units"][number];

interface UnitSelectProps {
  /** From the form item that it stands in. */
  id?: string;
  value?: string;
  onChange?: (id: string | undefined) => void;
  /** Which units may be chosen; what stands above them is shown too. Open ones, when left out. */
  may?: (unit: TreeUnit) => boolean;
  label?: string;
  allowClear?: boolean;
}

const isOpen = (unit: TreeUnit) => unit.isOpen;

/** Chooses a unit out of the tree, by a part of its name or its pinyin initials. */
export function UnitSelect({ id, value, onChange, may = isOpen, label, allowClear }: UnitSelectProps) {
  const { t } = useTranslation("shell");
  const { data, loading } = useRead(UnitTreeDocument, {});
  const branches = prune(branchesOf(data?.bureau.units ?? []), may);
  return (
    <TreeSelect
      id={id}
      aria-label={label}
      placeholder={label ?? t("unit.choose")}
      className="unit-select"
      value={data ? value : undefined}
      onChange={(chosen: string | undefined) => onChange?.(chosen)}
      loading={loading}
      allowClear={allowClear}
      showSearch={{ treeNodeFilterProp: "sought" }}
      treeData={branches.map((branch) => nodeOf(branch, may))}
      treeDefaultExpandedKeys={branches.map(({ unit }) => unit.id)}
      notFoundContent={t(loading ? "unit.loading" : "unit.none")}
    />
  );
}

interface TreeNode {
  value: string;
  title: string;
  /** By what it is found: its name, its pinyin initials. */
  sought: string;
  disabled: boolean;
  children: TreeNode[];
}

const nodeOf = ({ unit, below }: Branch<TreeUnit>, may: (unit: TreeUnit) => boolean): TreeNode => ({
  value: unit.id,
  title: unit.name,
  sought: `${unit.name} ${unit.initials}`,
  disabled: !may(unit),
  children: below.map((branch) => nodeOf(branch, may)),
});
