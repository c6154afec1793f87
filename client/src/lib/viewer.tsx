import { createContext, type ReactNode, useContext } from "react";
import type { ViewerQuery } from "@maple-bridge/schema/documents";

/** Who is signed in, and the bureau they belong to. */
export type Viewer = ViewerQuery["viewer"] & Pick<ViewerQuery, "bureau">;

const ViewerContext = createContext<Viewer | undefined>(undefined);

export const ViewerProvider = ({ viewer, children }: { viewer: Viewer; children: ReactNode }) => (
  <ViewerContext.Provider value={viewer}>{children}</ViewerContext.Provider>
);

export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error("Only pages inside the shell have a viewer.");
  return viewer;
}

/** Whether the row allows the action to who looks at it; buttons are shown by this. */
export const may = (row: { viewerMay: readonly string[] } | null | undefined, action: string) =>
  row?.viewerMay.includes(action) ?? false;
