import type { ComponentType } from "react";
import type { Viewer } from "./viewer.tsx";

/** A page in the side menu and in the palette; `name` is its key under `shell:page`. */
export interface Page {
  name: string;
  to: string;
  icon: ComponentType;
  /** The heading it stands under in the menu; a key under `shell:group`. */
  group?: "system";
  /** Whom it opens to, everyone when absent; at its address the others are told so. */
  opensTo?: (viewer: Viewer) => boolean;
  /** Of those, whom the menu and the palette show it to. */
  shownTo?: (viewer: Viewer) => boolean;
}

export const isShown = ({ opensTo, shownTo }: Page, viewer: Viewer) =>
  (opensTo?.(viewer) ?? true) && (shownTo?.(viewer) ?? true);

/** The page at a path that does not open to the viewer, if it is one. */
export const closedPageAt = (pages: readonly Page[], path: string, viewer: Viewer) =>
  pages.find(({ to, opensTo }) => (path === to || path.startsWith(`${to}/`)) && opensTo?.(viewer) === false);
