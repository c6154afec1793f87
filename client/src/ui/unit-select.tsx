import type { UnitFilter } from "@maple-bridge/schema/documents";
import { TreeSelect } from "antd";
import { type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Branch, everyUnit } from "../lib/unit-tree.ts";
import { useSought } from "../lib/use-sought.ts";
import { actOnlyOn, aroundList, NoList, Unchosen } from "./sought-list.tsx";
import { useUnitTree } from "./use-unit-tree.ts";

interface UnitSelectProps {
  /** From the form item that it stands in. */
  id?: string;
  value?: string;
  onChange?: (id: string | undefined) => void;
  /** Which units may be chosen; what stands above them is shown too. Open ones, when left out. */
  filter?: UnitFilter;
  /** Of those, some that may not. */
  except?: readonly (string | undefined)[];
  label?: string;
  allowClear?: boolean;
}

const openOnes: UnitFilter = { openOnly: true };

/** Chooses a unit out of the tree, a branch at a time, or by a part of its name, its code or its pinyin initials. */
export function UnitSelect(props: UnitSelectProps) {
  const { id, value, onChange, filter = openOnes, except = [], label, allowClear } = props;
  const { t } = useTranslation("shell");
  const [unfolded, setUnfolded] = useState<string[]>();
  const hasChosen = useRef(false);
  const sought = useSought();
  const tree = useUnitTree({ filter }, { opened: unfolded ?? [], chosen: value, text: sought.text });
  const isCurrent = sought.isSettled && tree.isFound && tree.branches !== undefined;
  const branches = (isCurrent && tree.branches) || [];
  const unfoldedAtFirst = [...branches.map(({ unit }) => unit), ...(tree.way ?? []).slice(0, -1)].map(({ id }) => id);
  const chosen = tree.way?.at(-1) ?? everyUnit(tree.branches ?? []).find((unit) => unit.id === value);
  // One that is not to be seen is shown by its id: the form holds it all the same.
  const name = chosen?.name ?? (tree.way && value);
  const retry = () => (tree.problem ? tree.retry() : undefined);
  const waiting = tree.problem?.message ?? t("unit.loading");
  return (
    <div className="sought" {...actOnlyOn(isCurrent, sought)}>
      <TreeSelect
        id={id}
        aria-label={label}
        placeholder={label ?? t("unit.choose")}
        className="unit-select"
        labelInValue
        value={value !== undefined && name !== undefined ? { value, label: name } : undefined}
        onSelect={() => (hasChosen.current = true)}
        onChange={(to: { value: string; label?: ReactNode } | undefined) => onChange?.(to?.value)}
        loading={!tree.branches && !tree.problem}
        onOpenChange={(open) => {
          if (!open) sought.close(hasChosen.current);
          else retry();
          hasChosen.current = false;
        }}
        allowClear={allowClear}
        showSearch={{ searchValue: sought.typed, onSearch: sought.type, filterTreeNode: false }}
        treeData={nodesOf(branches)}
        treeExpandedKeys={tree.isSought ? everyUnit(branches).map(({ id }) => id) : (unfolded ?? unfoldedAtFirst)}
        onTreeExpand={(keys) => {
          retry();
          if (!tree.isSought) setUnfolded(keys.map(String));
        }}
        notFoundContent={<NoList isCurrent={isCurrent} none={t("unit.none")} problem={tree.problem} retry={retry} />}
        popupRender={aroundList({
          sought,
          chosen: everyUnit(branches).some((unit) => unit.id === value) ? undefined : name,
          more: 0,
        })}
      />
      <Unchosen sought={sought} />
    </div>
  );

  function nodesOf(branches: readonly Branch[], parentId?: string): TreeNode[] {
    const left = parentId === undefined && tree.isSought ? tree.unshown : (tree.moreOf(parentId)?.left ?? 0);
    const nodes = branches.map(({ unit, below }) => ({
      value: unit.id,
      title: unit.name,
      disabled: !unit.isMatch || except.includes(unit.id),
      children:
        tree.isSought || !unit.hasBranches || tree.isRead(unit.id)
          ? nodesOf(below, unit.id)
          : [...nodesOf(below), noteUnder(unit.id, waiting)],
    }));
    return left > 0 ? [...nodes, noteUnder(parentId, t("unit.more", { count: left }))] : nodes;
  }
}

interface TreeNode {
  value: string;
  title: string;
  disabled: boolean;
  children?: TreeNode[];
}

const noteUnder = (id = "top", title: string): TreeNode => ({ value: `note ${id}`, title, disabled: true });
