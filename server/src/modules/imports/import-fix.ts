import { registerEnumType } from "type-graphql";
import type { ImportFix as Fix } from "./fixes.rules.ts";

export const ImportFix = {
  CREATE_STATIONS: "CREATE_STATIONS",
  CREATE_DIVISIONS: "CREATE_DIVISIONS",
  COUNTED_YEAR: "COUNTED_YEAR",
  OPENED_ON: "OPENED_ON",
  FROM: "FROM",
  OPEN_EARLIER: "OPEN_EARLIER",
  NUMBER_MEMBERS: "NUMBER_MEMBERS",
  NAME: "NAME",
  BLANK: "BLANK",
  LEAVE_OUT: "LEAVE_OUT",
} as const satisfies Record<Fix["kind"], string>;

registerEnumType(ImportFix, {
  name: "ImportFix",
  description: "What `checkImport` may be told about the errors of one cause.",
  valuesConfig: {
    CREATE_STATIONS: { description: "`createStations`." },
    CREATE_DIVISIONS: { description: "`createDivisions`." },
    COUNTED_YEAR: { description: "`countedYear`: the cause's year." },
    OPENED_ON: { description: "`openedOn`: the cause's day." },
    FROM: { description: "`from`: the cause's day." },
    OPEN_EARLIER: { description: "`opensEarlier`: to the cause's day, the first that is needed." },
    NUMBER_MEMBERS: { description: "`numbersMembers`." },
    NAME: { description: "`names`: `written` means `means`." },
    BLANK: { description: "`blanks`: the cause's field." },
    LEAVE_OUT: { description: "`leavesOut`: the cause's rows." },
  },
});
