import { MoreOutlined } from "@ant-design/icons";
import { ReopenGridDocument } from "@maple-bridge/schema/documents";
import { Button, Dropdown } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { may } from "../../lib/viewer.tsx";
import { useConfirm } from "../../ui/use-confirm.ts";
import { useTellProblem } from "../../ui/use-tell-problem.ts";
import { CloseGridDialog } from "./close-grid-dialog.tsx";
import type { GridDetails } from "./grid-details.ts";
import { MoveGridDialog } from "./move-grid-dialog.tsx";
import { UpdateGridDialog } from "./update-grid-dialog.tsx";

type Deed = "update" | "move" | "close";

/** What one may do with the grid itself. */
export function GridActions({ grid }: { grid: GridDetails }) {
  const { t } = useTranslation("grids");
  const [deed, setDeed] = useState<Deed>();
  const reopen = useReopen(grid);
  const close = () => setDeed(undefined);
  const items = [
    ...(may(grid, "UPDATE_GRID") ? [{ key: "update", label: t("update.menu"), onClick: () => setDeed("update") }] : []),
    ...(may(grid, "MOVE_GRID") ? [{ key: "move", label: t("move.menu"), onClick: () => setDeed("move") }] : []),
    ...(may(grid, "CLOSE_GRID") && !grid.closedOn
      ? [{ key: "close", label: t("close.menu"), onClick: () => setDeed("close") }]
      : []),
    ...(may(grid, "REOPEN_GRID") && grid.closedOn
      ? [{ key: "reopen", label: t("reopen.menu"), onClick: () => void reopen() }]
      : []),
  ];
  if (items.length === 0) return null;
  return (
    <>
      <Dropdown trigger={["click"]} menu={{ items }}>
        <Button size="small" icon={<MoreOutlined />} aria-haspopup="menu">
          {t("actions")}
        </Button>
      </Dropdown>
      <UpdateGridDialog grid={grid} open={deed === "update"} onClose={close} />
      <MoveGridDialog grid={grid} open={deed === "move"} onClose={close} />
      <CloseGridDialog grid={grid} open={deed === "close"} onClose={close} />
    </>
  );
}

function useReopen({ id, version, name }: GridDetails) {
  const { t } = useTranslation("grids");
  const confirm = useConfirm();
  const tell = useTellProblem();
  const [reopenGrid] = useCommand(ReopenGridDocument);
  return async () => {
    const isSure = await confirm({ title: t("reopen.confirm", { name }), content: t("reopen.note") });
    if (isSure) tell((await reopenGrid({ id, expectedVersion: version })).problem);
  };
}
