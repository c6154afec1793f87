import type { ComponentType } from "react";
import type { Viewer } from "./viewer.tsx";

/** A page in the side menu and in the palette; `name` is its key under `shell:page`. */
export interface Page {
  name: string;
  to: string;
  icon: ComponentType;
  /** The heading it stands under in the menu; a key under `shell:group`. */
  group?: "system";
  shownTo?: (viewer: Viewer) => boolean;
}
