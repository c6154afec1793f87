import type { ComponentType } from "react";
import type { PageName } from "../messages/resources.ts";
import type { Viewer } from "./viewer.tsx";

export interface Openness {
  /** Who they are, as a key under `shell:closed.whom`; what the API allows decides. */
  whom: "administrators" | "administratorsAndAuditors" | "commanders" | "members";
  when: (viewer: Viewer) => boolean;
}

/** A page in the side menu and in the palette; `name` is its key under `page` in its feature's messages. */
export interface Page {
  name: PageName;
  to: string;
  icon: ComponentType;
  /** The heading it stands under in the menu; a key under `shell:group`. */
  group?: "system";
  /** Whom it opens to, everyone when absent; at its address the others are told who they are. */
  opensTo?: Openness;
  /** Of those, whom the menu and the palette show it to. */
  shownTo?: (viewer: Viewer) => boolean;
}

export const isShown = ({ opensTo, shownTo }: Page, viewer: Viewer) =>
  (opensTo?.when(viewer) ?? true) && (shownTo?.(viewer) ?? true);

export interface ClosedTo extends Page {
  opensTo: Openness;
}

/** The page at a path that does not open to the viewer, if it is one. */
export const closedPageAt = (pages: readonly Page[], path: string, viewer: Viewer) =>
  pages.find(
    (page): page is ClosedTo =>
      (path === page.to || path.startsWith(`${page.to}/`)) && page.opensTo?.when(viewer) === false,
  );
