import { may } from "../../lib/viewer.tsx";
import type { TreeUnit } from "../../ui/unit-select.tsx";

/** Where the viewer may lay grids. */
export const takesGrids = (unit: TreeUnit) => unit.kind === "STATION" && unit.isOpen && may(unit, "CREATE_GRID");
