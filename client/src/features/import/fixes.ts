import type { Assumptions, Cause, Chosen, Said } from "./chosen.ts";

/** As chosen once the errors of these causes are done away with. */
export const fixed = (chosen: Chosen, causes: readonly Cause[]): Chosen => causes.reduce(withFix, chosen);

function withFix({ assumptions, said }: Chosen, { fix, written, means, day, year, field, rows }: Cause): Chosen {
  const assume = (more: Assumptions): Chosen => ({ assumptions: { ...assumptions, ...more }, said });
  const say = (more: Partial<Said>): Chosen => ({ assumptions, said: { ...said, ...more } });
  switch (fix) {
    case "CREATE_STATIONS":
      return assume({ createStations: true });
    case "CREATE_DIVISIONS":
      return assume({ createDivisions: true });
    case "NUMBER_MEMBERS":
      return assume({ numbersMembers: true });
    case "OPEN_EARLIER":
      return assume({ opensEarlier: true });
    case "COUNTED_YEAR":
      return year ? assume({ countedYear: year }) : { assumptions, said };
    case "OPENED_ON":
      return day ? assume({ openedOn: day }) : { assumptions, said };
    case "FROM":
      return day ? assume({ from: day }) : { assumptions, said };
    case "NAME":
      return say({
        names: [...said.names.filter((each) => each.written !== written), { written: written ?? "", means }],
      });
    case "BLANK":
      return say({ blanks: [...new Set([...said.blanks, ...(field ? [field] : [])])] });
    case "LEAVE_OUT":
      return say({ leavesOut: [...new Set([...said.leavesOut, ...rows])].toSorted((one, other) => one - other) });
    default:
      return { assumptions, said };
  }
}
