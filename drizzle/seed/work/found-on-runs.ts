import type { AnswerRow, ChecklistRows, PresetItem, ReportRow } from "./checklist-rows.ts";
import type { Ledger } from "./ledger.ts";
import type { Matter, MatterSource } from "./rows.ts";

const foundOnTheWay: ReadonlySet<MatterSource> = new Set(["VISIT", "PATROL", "GRID_WORKER"]);

/** A run that counts what was found counts the matters that came in from its grid meanwhile, each on one run. */
export function tellWhatWasFound(ledger: Ledger): void {
  const known = new Map<string, Matter["row"][]>();
  for (const { row } of ledger.matters)
    if (row.gridId && foundOnTheWay.has(row.source)) {
      const key = `${row.gridId} ${row.kind}`;
      known.set(key, [...(known.get(key) ?? []), row]);
    }
  const taken = new Set<string>();
  for (const checklist of ledger.checklists) tellFound(ledger, checklist, { known, taken });
}

interface Known {
  known: ReadonlyMap<string, Matter["row"][]>;
  taken: Set<string>;
}

function tellFound(ledger: Ledger, { of, runs, reports, answers }: ChecklistRows, { known, taken }: Known): void {
  const counted = new Map(of.content.items.flatMap((item) => (item.finds ? [[item.code, item] as const] : [])));
  if (counted.size === 0) return;
  const runOf = new Map(runs.map(({ row }) => [row.id, row]));
  const reportOf = new Map(reports.map((report) => [report.id, report]));
  for (const answer of answers) {
    const [item, run, report] = [counted.get(answer.code), runOf.get(answer.runId)!, reportOf.get(answer.reportId)!];
    if (item) count(answer, item, report, known.get(`${run.gridId} ${item.finds}`) ?? [], run.opensAt);
  }

  function count(answer: AnswerRow, item: PresetItem, report: ReportRow, matters: Matter["row"][], since: Date) {
    const found = matters
      .filter(({ id, registeredAt }) => !taken.has(id) && registeredAt >= since && registeredAt <= report.submittedAt)
      .slice(0, item.most ?? 0);
    answer.count = found.length;
    answer.found = found.map(({ title }) => title);
    for (const [index, { id }] of found.entries()) {
      taken.add(id);
      ledger.found.push({ runId: answer.runId, code: answer.code, position: index + 1, matterId: id });
    }
  }
}
