import type { Column } from "./column.ts";
import type { ImportKind } from "./columns.ts";
import { mostLeftOut } from "./import-options.ts";
import type { RowError, RowErrorCode } from "./row-error.ts";

export const fixKinds = [
  "CREATE_STATIONS",
  "CREATE_DIVISIONS",
  "COUNTED_YEAR",
  "OPENED_ON",
  "FROM",
  "OPEN_EARLIER",
  "NUMBER_MEMBERS",
  "NAME",
  "BLANK",
  "LEAVE_OUT",
] as const;

/** What a check may be told so that errors of one cause are none any more. */
export interface ImportFix {
  kind: (typeof fixKinds)[number];
  /** Says what the file leaves open, or what its words and days mean here: it may be done together with others of its kind. */
  isSuggested: boolean;
  /** Of NAME: what is written, and what it means. */
  written?: string;
  means?: string;
  day?: string;
  year?: number;
  /** Of BLANK. */
  field?: string;
  /** Of LEAVE_OUT. */
  rows?: number[];
}

interface Ground {
  first: RowError;
  errors: readonly RowError[];
  rows: readonly number[];
  column: Column<unknown> | undefined;
  kind: ImportKind;
  today: string;
}

/** The file as a whole is to be put right, or sent again. */
const ofWholeFile: ReadonlySet<RowErrorCode> = new Set(["IDENTITY_NUMBER", "IMPORT_STOPPED", "IMPORT_GROUND_MOVES"]);

/** These are asked about by name. */
const asked: ReadonlySet<RowErrorCode> = new Set(["ROW_STATION_OF_TWO", "ROW_CATEGORY_ASKED"]);

export function fixOf(ground: Ground): ImportFix | null {
  const { first, rows } = ground;
  if (ofWholeFile.has(first.code) || asked.has(first.code)) return null;
  const fitting = specialFix(ground) ?? wordFix(first) ?? blankFix(ground);
  if (fitting) return fitting;
  const isOfRows = rows.length <= mostLeftOut && rows.every((row) => row > 0) && first.code !== "COLUMN_MISSING";
  return isOfRows ? { kind: "LEAVE_OUT", isSuggested: first.code === "EXAMPLE_ROW", rows: [...rows] } : null;
}

function specialFix({ first, errors, kind, today }: Ground): ImportFix | undefined {
  const { code, field, value, params } = first;
  const startOfYear = `${today.slice(0, 4)}-01-01`;
  const isLacking = code === "REQUIRED" || code === "COLUMN_MISSING";
  const like = params?.["like"];
  if (typeof like === "string" && value !== "") return { kind: "NAME", isSuggested: true, written: value, means: like };
  if (code === "ROW_UNKNOWN_STATION" && kind === "GRIDS") return { kind: "CREATE_STATIONS", isSuggested: true };
  if (code === "ROW_UNKNOWN_POLICE_ROOM") return { kind: "CREATE_STATIONS", isSuggested: true };
  if (code === "ROW_UNKNOWN_DIVISION") return { kind: "CREATE_DIVISIONS", isSuggested: true };
  if (code === "ROW_BADGE_MISSING") return { kind: "NUMBER_MEMBERS", isSuggested: true };
  if (code === "ROW_GRID_OPENS_LATER")
    return { kind: "OPEN_EARLIER", isSuggested: true, day: earliest(errors, "from") };
  if (code === "ROW_OPENED_ON_DIFFERS" && String(params?.["written"]) < String(params?.["openedOn"]))
    return { kind: "OPEN_EARLIER", isSuggested: true, day: earliest(errors, "written") };
  if (isLacking && field === "countedYear")
    return { kind: "COUNTED_YEAR", isSuggested: true, year: Number(today.slice(0, 4)) };
  if (isLacking && field === "openedOn") return { kind: "OPENED_ON", isSuggested: true, day: startOfYear };
  if (isLacking && field === "from" && kind === "MEMBERS") return { kind: "FROM", isSuggested: true, day: startOfYear };
  // What began so long ago is taken as the rows are that give no day.
  if (code === "ROW_DAY_TOO_FAR" && kind === "MEMBERS") return { kind: "BLANK", isSuggested: true, field: "from" };
  return undefined;
}

const earliest = (errors: readonly RowError[], param: string) =>
  errors.map(({ params }) => String(params?.[param])).toSorted()[0];

/** A word that is known and stands in one that is not: 社区民警（兼） is 社区民警. */
function wordFix({ code, value, params }: RowError): ImportFix | undefined {
  const allowed = code === "UNKNOWN_WORD" ? String(params?.["allowed"] ?? "").split("、") : [];
  const means = allowed.find((word) => word && (value.includes(word) || value.includes(word.slice(-shortest))));
  return means ? { kind: "NAME", isSuggested: false, written: value, means } : undefined;
}

/** The end of a word tells what it means: 责任民警 is 民警. */
const shortest = 2;

const lacking: ReadonlySet<RowErrorCode> = new Set(["REQUIRED", "COLUMN_MISSING", "EXAMPLE_ROW"]);
/** Of cells that can be read: these are done without where they mean nothing. */
const doneWithout: ReadonlySet<RowErrorCode> = new Set(["ROW_UNKNOWN_UNIT", "ROW_OPENED_ON_DIFFERS"]);

function blankFix({ first: { code, field }, column }: Ground): ImportFix | undefined {
  if (field === undefined || !column || column.isRequired || lacking.has(code)) return undefined;
  const isOfCell = !code.startsWith("ROW_") && !relations.has(code);
  return isOfCell || doneWithout.has(code) ? { kind: "BLANK", isSuggested: false, field } : undefined;
}

/** What is wrong between rows is in no cell of its own. */
const relations: ReadonlySet<RowErrorCode> = new Set([
  "DUTY_MISSING",
  "DUPLICATE_CODE",
  "DUPLICATE_BADGE",
  "DUPLICATE_SEAT",
  "CONFLICTING_VALUE",
]);
