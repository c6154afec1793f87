import { MoreOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { may } from "../../lib/viewer.tsx";
import { CloseGridDialog } from "./close-grid-dialog.tsx";
import type { GridDetails } from "./grid-details.ts";
import { MoveGridDialog } from "./move-grid-dialog.tsx";
import { ReopenGridDialog } from "./reopen-grid-dialog.tsx";
import { UpdateGridDialog } from "./update-grid-dialog.tsx";

type Deed = "update" | "move" | "close" | "reopen";

/** What one may do with the grid itself. */
export function GridActions({ grid, at }: { grid: GridDetails; at: string | undefined }) {
  const { t } = useTranslation(["grids", "grid-drawer"]);
  const [deed, setDeed] = useState<Deed>();
  const close = () => setDeed(undefined);
  const items = [
    ...(may(grid, "UPDATE_GRID") ? [{ key: "update", label: t("update.menu"), onClick: () => setDeed("update") }] : []),
    ...(may(grid, "MOVE_GRID") ? [{ key: "move", label: t("move.menu"), onClick: () => setDeed("move") }] : []),
    ...(may(grid, "CLOSE_GRID")
      ? [{ key: "close", label: t("grid-drawer:close.menu"), onClick: () => setDeed("close") }]
      : []),
    ...(may(grid, "REOPEN_GRID")
      ? [{ key: "reopen", label: t("grid-drawer:reopen.menu"), onClick: () => setDeed("reopen") }]
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
      <UpdateGridDialog grid={grid} at={at} open={deed === "update"} onClose={close} />
      <MoveGridDialog grid={grid} at={at} open={deed === "move"} onClose={close} />
      <CloseGridDialog grid={grid} open={deed === "close"} onClose={close} />
      <ReopenGridDialog grid={grid} open={deed === "reopen"} onClose={close} />
    </>
  );
}
