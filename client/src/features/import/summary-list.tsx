import type { ImportKind } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { countText } from "../../lib/numbers.ts";
import type { Run } from "./run.ts";

type Summary = Run["summary"];
type Line = Exclude<keyof Summary, "__typename">;

const matters = [
  "categoriesCreated",
  "mattersOpened",
  "mattersEnded",
  "mattersUnchanged",
  "deadlinesPassed",
  "phonesLeftOut",
  "receiversReplaced",
] as const;

const lines = {
  GRIDS: [
    "stationsCreated",
    "policeRoomsCreated",
    "divisionsCreated",
    "gridsCreated",
    "gridsUpdated",
    "gridsUnchanged",
  ],
  MEMBERS: [
    "membersCreated",
    "membersNumbered",
    "membersUpdated",
    "membersUnchanged",
    "assignmentsCreated",
    "assignmentsUnchanged",
    "gridsOpenedEarlier",
  ],
  DISPUTES: matters,
  HAZARDS: matters,
  MATTERS: matters,
  TASKS: ["tasksOpened", "tasksEnded", "tasksUnchanged", "deadlinesPassed"],
  DUTY_LINES: ["dutyLinesSet", "dutyLinesUnchanged"],
  CHECKLISTS: ["checklistsDrafted", "checklistItems"],
} as const satisfies Record<ImportKind, readonly Line[]>;

/** What is told besides of rows that are counted already. */
const besides: ReadonlySet<Line> = new Set([
  "membersNumbered",
  "deadlinesPassed",
  "phonesLeftOut",
  "receiversReplaced",
]);

/** Of these nobody is told that there are none. */
const ifAny: ReadonlySet<Line> = new Set([
  "policeRoomsCreated",
  "membersNumbered",
  "gridsOpenedEarlier",
  "rowsLeftOut",
]);

const changing = [
  ...lines.GRIDS,
  ...lines.MEMBERS,
  ...matters,
  ...lines.TASKS,
  ...lines.DUTY_LINES,
  "checklistsDrafted" as const,
].filter((line, index, all) => !line.endsWith("Unchanged") && !besides.has(line) && all.indexOf(line) === index);

/** How many rows writing touches. */
export const changesOf = (summary: Summary) => changing.reduce((sum, line) => sum + summary[line], 0);

export function SummaryList({ summary, kind }: { summary: Summary; kind: ImportKind }) {
  const { t } = useTranslation("import");
  const shown = [...lines[kind], "rowsLeftOut" as const].filter((line) => !ifAny.has(line) || summary[line] > 0);
  return (
    <table className="import-summary">
      <tbody>
        {shown.map((line) => (
          <tr key={line} className={summary[line] === 0 ? "import-none" : undefined}>
            <th scope="row">{t(`summary.${line}`)}</th>
            <td className="numeric">{countText(summary[line])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
