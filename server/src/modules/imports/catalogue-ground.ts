import type { DutyLineDraft } from "#modules/catalogue";
import type { Ground } from "./ground.ts";

/** What the bureau holds already of what its posts answer for, and of what it looks at. */
export interface CatalogueGround extends Ground {
  /** The last revision of each line. */
  dutyLines: GroundLine[];
  checklists: GroundChecklist[];
}

export interface GroundLine extends Omit<DutyLineDraft, "isOurs"> {
  id: string;
  endsAt: string | null;
}

export interface GroundChecklist {
  id: string;
  code: string;
  name: string;
  stationId: string | null;
}
