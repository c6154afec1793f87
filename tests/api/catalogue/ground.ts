import type { Bureau, SignedIn } from "../../support/bureau.ts";
import { act } from "../work/ground.ts";

export const fields =
  "id isOfBureau station { id } duty gridKind level unitKind owner code revision title text serves position isSetAside isOurs isInForce version viewerMay";

export interface Line {
  id: string;
  isOfBureau: boolean;
  owner: string;
  code: string;
  revision: number;
  title: string;
  text: string | null;
  position: number;
  isSetAside: boolean;
  isOurs: boolean;
  isInForce: boolean;
  version: number;
  viewerMay: string[];
}

/** A line of auxiliaries, unless it is said to be another one's. */
export const setLine = (by: SignedIn, input: object = {}): Promise<Line> =>
  act(by, "setDutyLine", { ...owned(input), code: "MEDIATOR", title: "矛盾纠纷调解员", ...input }, fields) as never;

const owned = (input: object) => ("unitKind" in input || "duty" in input ? {} : { duty: "AUXILIARY" });

export const retire = (by: SignedIn, { id, version }: Line) =>
  act(by, "retireDutyLine", { id, expectedVersion: version }, fields);

export const setAside = (by: SignedIn, { id }: Line, stationId: string): Promise<Line> =>
  act(by, "setDutyLineAside", { id, stationId }, fields) as never;

/** What counts at the station; of the bureau without. */
export async function linesOf(by: SignedIn, unitId?: string, more: object = {}): Promise<Line[]> {
  const { dutyCatalogue } = await by.run(
    `query ($unitId: ID, $at: DateTime, $duty: Duty, $serves: SixRole, $withSetAside: Boolean) {
      dutyCatalogue(unitId: $unitId, at: $at, duty: $duty, serves: $serves, withSetAside: $withSetAside) { ${fields} } }`,
    { unitId, ...more },
  );
  return dutyCatalogue;
}

export const titlesOf = async (by: SignedIn, unitId?: string, more: object = {}) =>
  (await linesOf(by, unitId, more)).map(({ title }) => title);

export const chiefOf = (bureau: Bureau, unitId: string) => bureau.signIn({ role: "STATION_CHIEF", unitId });
