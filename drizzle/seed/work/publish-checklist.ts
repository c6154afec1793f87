import { addDays } from "../days.ts";
import type { Duty, Unit } from "../draft.ts";
import { officeMoment, workday } from "../log/office-hours.ts";
import type { Random } from "../random.ts";
import type { ChecklistDraft, ChecklistRows } from "./checklist-rows.ts";
import { type Actor, command, type Doing, type Ledger } from "./ledger.ts";
import { newId } from "./step.ts";

interface Beginning {
  random: Random;
  /** Whose it is: the bureau's without one. */
  station: Unit | null;
  by: Actor;
  of: ChecklistDraft;
  duties: readonly Duty[];
  first: string;
  today: string;
}

/** One of the server's presets, drafted and published some days before its first run. */
export function publishChecklist(ledger: Ledger, { random, station, by, of, duties, first, today }: Beginning) {
  const { draft } = ledger;
  const { code, name, content } = of;
  const { items, owers: usual, ...said } = { ...content, startsOn: first };
  const owers = duties.flatMap((duty) => {
    const own = usual.filter((ower) => ower.duty === duty);
    return own.length > 0 ? own : [{ duty, gridKind: null, complexity: null }];
  });
  const draftedAt = officeMoment(random, workday(addDays(first, -3), -1));
  const publishedAt = new Date(draftedAt.getTime() + 40 * 60_000);
  const [templateId, versionId] = [newId(ledger, draftedAt), newId(ledger, draftedAt)];
  const told = { ...said, items: items.map((item) => item.code), owers: owers.map((ower) => ower.duty) };
  const stationId = station?.id ?? null;
  const deed = (action: string, after: object) => (doing: Doing) =>
    void doing.deeds.push({ action, entity: { type: "ChecklistTemplate", id: templateId }, before: null, after });
  command(ledger, draftedAt, by, deed("checklist.draft", { code, name, stationId, number: 1, ...told }));
  command(ledger, publishedAt, by, deed("checklist.publish", { number: 1, startsOn: first, madeFrom: first }));
  const made = { createdAt: draftedAt };
  const checklist: ChecklistRows = {
    of,
    template: {
      ...{ id: templateId, code, name, nameInitials: draft.initialsOf(name), stationId },
      ...{ madeThrough: today, version: 2, ...made },
    },
    version: {
      ...{ id: versionId, templateId, number: 1, state: "DRAFT", ...said, version: 2, ...made },
      ...{ publishedAt, publishedBy: by.name, madeFrom: first },
    },
    items: items.map((item, index) =>
      Object.assign({ id: newId(ledger, draftedAt), versionId, position: index + 1 }, item),
    ),
    owers: owers.map((ower) => Object.assign({ id: newId(ledger, draftedAt), versionId }, ower)),
    batches: [],
    runs: [],
    reports: [],
    answers: [],
  };
  ledger.checklists.push(checklist);
  return checklist;
}
