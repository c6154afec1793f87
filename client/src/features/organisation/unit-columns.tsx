import { CaretDownOutlined, CaretRightOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Column } from "../../ui/data-table.tsx";
import { DateText } from "../../ui/date-text.tsx";
import { OpenLight } from "./open-light.tsx";
import type { UnitLine } from "./unit-rows.ts";

export function useUnitColumns(onFold: (id: string) => void): Column<UnitLine>[] {
  const { t } = useTranslation(["organisation", "words"]);
  return [
    {
      key: "name",
      names: "a part of it",
      title: t("unit.name"),
      width: 340,
      render: (line, toRow) => <UnitCell line={line} name={toRow(line.name)} onFold={onFold} />,
      file: "name",
    },
    {
      key: "kind",
      title: t("unit.kind"),
      width: 130,
      render: ({ kind }) => t(`words:unitKind.${kind}`),
      file: { path: "kind", words: t("words:unitKind", { returnObjects: true }) },
    },
    { key: "code", title: t("unit.code"), width: 160, render: ({ code }) => code ?? "", file: "code" },
    {
      key: "below",
      title: t("unit.below"),
      width: 90,
      numeric: true,
      render: ({ unitCount }) => unitCount || "",
      file: "unitCount",
    },
    {
      key: "opened",
      title: t("unit.opened"),
      width: 120,
      render: ({ openedOn }) => <DateText value={openedOn} />,
      file: "openedOn",
    },
    {
      key: "state",
      title: t("unit.state"),
      render: (line) => <OpenLight {...line} />,
      file: [{ path: "closedOn", words: { "": t("state.open"), "*": t("state.closed", { day: "{}" }) } }],
    },
  ];
}

interface UnitCellProps {
  line: UnitLine;
  /** As the link to the unit. */
  name: ReactNode;
  onFold: (id: string) => void;
}

function UnitCell({ line, name: link, onFold }: UnitCellProps) {
  const { t } = useTranslation("organisation");
  const { id, name, depth, mayFold, isUnfolded, more } = line;
  const cell = (
    <span className="organisation-unit" style={{ paddingLeft: depth * 20 }}>
      {mayFold ? (
        <Button
          type="text"
          size="small"
          aria-expanded={isUnfolded}
          aria-label={t(isUnfolded ? "unit.fold" : "unit.unfold", { name })}
          icon={isUnfolded ? <CaretDownOutlined /> : <CaretRightOutlined />}
          onClick={() => onFold(id)}
        />
      ) : (
        <span className="organisation-leaf" />
      )}
      {link}
    </span>
  );
  if (more.length === 0) return cell;
  return (
    <>
      {cell}
      {more.map(({ depth, left, read }) => (
        <span key={depth} className="organisation-unit" style={{ paddingLeft: depth * 20 }}>
          <span className="organisation-leaf" />
          <Button type="link" size="small" onClick={read}>
            {t("unit.more", { count: left })}
          </Button>
        </span>
      ))}
    </>
  );
}
