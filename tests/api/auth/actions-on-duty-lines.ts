import type { Bureau } from "../../support/bureau.ts";
import type { Case } from "./actions-to-try.ts";
import { anyRowIn, makeStation, node, type Row } from "./rows-to-act-on.ts";

const expectedVersion = 1_000;
let codes = 0;

/** It has no title. */
export const wrongLine = { duty: "MEDIATOR", code: "WRONG", title: "" };

const makeDutyLine = (bureau: Bureau, row: object = {}) =>
  anyRowIn(bureau, "duty_lines", {
    ...{ duty: "MEDIATOR", code: `TRIED-${++codes}`, revision: 1, title: "调解", position: 1 },
    ...{ isSetAside: false, isOurs: false, startsAt: new Date("2026-01-01T00:00:00Z") },
    ...row,
  });

async function ofDutyLine(bureau: Bureau, stationId: string | null): Promise<Case> {
  const id = await makeDutyLine(bureau, { stationId });
  return {
    row: node("DutyLine", id),
    commands: {
      SET_DUTY_LINE: ["setDutyLine", { ...wrongLine, stationId }],
      RETIRE_DUTY_LINE: ["retireDutyLine", { id, expectedVersion }],
    },
  };
}

export const casesOfDutyLines = (bureau: Bureau, stations: readonly string[]): Promise<Case[]> =>
  Promise.all([null, ...stations].map((stationId) => ofDutyLine(bureau, stationId)));

type Refused = Record<string, [mutation: string, input: object, said: string]>;

export async function retiredLine(bureau: Bureau): Promise<{ row: Row; refused: Refused }> {
  const id = await makeDutyLine(bureau, { endsAt: new Date() });
  const again = { id, expectedVersion: 1 };
  return { row: node("DutyLine", id), refused: { RETIRE_DUTY_LINE: ["retireDutyLine", again, "DUTY_LINE_ENDED"] } };
}

export async function unitWithoutLines(bureau: Bureau, parentId: string): Promise<{ row: Row; refused: Refused }> {
  const id = await makeStation(bureau, { parentId, kind: "TEAM" });
  const input = { stationId: id, duty: "AUXILIARY", code: "PATROL", title: "巡逻" };
  const scheme = { stationId: id, preset: "SET_A" };
  return {
    row: node("Unit", id),
    refused: {
      MANAGE_DUTY_LINES: ["setDutyLine", input, "DUTY_LINE_STATION"],
      MANAGE_LIST_SCHEMES: ["applyListSchemePreset", scheme, "LIST_SCHEME_STATION"],
      DRAW_RECHECKS: ["drawRechecks", { stationId: id, month: "2026-03-01" }, "RECHECK_STATION"],
      REVIEW_WEEKS: ["signCleanWeeks", { unitId: id, week: "2026-03-02" }, "NOT_FOUND"],
    },
  };
}
