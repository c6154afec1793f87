import { dayOf } from "#kernel/day";
import type { Locale } from "#kernel/messages";
import { columnsOf, dutyWords, matterKindWords, sourceWords, urgencyWords } from "#modules/imports";
import type { Layout, LayoutColumn } from "./layout.ts";

type Words = Readonly<Record<string, readonly string[]>>;

/** The first word is the one that people use, the last one the English. */
const wordOf = (words: Words, key: string | null | undefined, locale: Locale) =>
  key ? ((locale === "en" ? words[key]?.at(-1) : words[key]?.[0]) ?? key) : null;

const day = (instant: string | null | undefined) => (instant ? { day: dayOf(new Date(instant)) } : null);

interface Person {
  name: string;
  badge: string;
}
const person = (of: Person | null | undefined) => (of ? `${of.name}（${of.badge}）` : null);

interface MatterRow {
  number: string;
  kind: string;
  source: string;
  urgency: string;
  title: string;
  description: string | null;
  address: string | null;
  happenedAt: string;
  endedAt: string | null;
  state: "OPEN" | "SETTLED" | "NOT_SETTLED" | "MERGED";
  outcomeNote: string | null;
  category: { name: string };
  grid: { name: string } | null;
  station: { name: string } | null;
  firstReceiver: Person | null;
  items: { isOpen: boolean; dueOn: string | null }[];
}

const matterRow = `number kind source urgency title description address happenedAt endedAt state outcomeNote category { name } grid { name }
  station { name } firstReceiver { name badge } items { isOpen dueOn }`;

const matterStates = {
  OPEN: ["办理中", "Open"],
  SETTLED: ["已化解", "Settled"],
  NOT_SETTLED: ["未化解", "Not settled"],
  MERGED: ["已并案", "Merged"],
} as const;

/** By the titles that an import knows, so that what is written down may come back. */
const under = columnsOf.MATTERS;

type MatterColumn = LayoutColumn<MatterRow>;

const kind: MatterColumn = {
  title: under.kind.title,
  width: 12,
  cell: (row, locale) => wordOf(matterKindWords, row.kind, locale),
};
const beginning: MatterColumn[] = [
  { title: under.number.title, width: 24, cell: ({ number }) => number },
  { title: under.foundOn.title, width: 13, cell: ({ happenedAt }) => day(happenedAt) },
  { title: under.category.title, width: 14, cell: ({ category }) => category.name },
  { title: under.stationName.title, width: 16, cell: ({ station }) => station?.name ?? null },
  { title: under.grid.title, width: 18, cell: ({ grid }) => grid?.name ?? null },
  { title: under.address.title, width: 20, cell: ({ address }) => address },
  { title: under.title.title, width: 28, cell: ({ title }) => title },
  { title: under.description.title, width: 40, cell: ({ description }) => description },
  { title: under.source.title, width: 12, cell: (row, locale) => wordOf(sourceWords, row.source, locale) },
  { title: under.urgency.title, width: 10, cell: (row, locale) => wordOf(urgencyWords, row.urgency, locale) },
  { title: under.receiver.title, width: 18, cell: ({ firstReceiver }) => person(firstReceiver) },
];
const state: MatterColumn = {
  title: under.status.title,
  width: 10,
  cell: (row, locale) => wordOf(matterStates, row.state, locale),
};
const ending: MatterColumn[] = [
  { title: under.endedOn.title, width: 13, cell: ({ endedAt }) => day(endedAt) },
  { title: under.result.title, width: 40, cell: ({ outcomeNote }) => outcomeNote },
];

const ofMatters = { list: "matters", row: matterRow, takes: { filter: "MatterFilter", order: "MatterOrder" } };

export const matterLayout: Layout<MatterRow> = {
  ...ofMatters,
  caption: { "zh-CN": "事项台账", en: "Ledger of matters" },
  columns: [kind, ...beginning, state, ...ending],
};

export const disputeLayout: Layout<MatterRow> = {
  ...ofMatters,
  caption: { "zh-CN": "矛盾纠纷排查调处台账", en: "Ledger of disputes" },
  columns: [...beginning, state, ...ending],
  fixed: { kind: ["DISPUTE"] },
};

const cleared = { "zh-CN": ["已销号", "未销号"], en: ["Yes", "No"] } as const;

export const hazardLayout: Layout<MatterRow> = {
  ...ofMatters,
  caption: { "zh-CN": "隐患排查整改台账", en: "Ledger of hazards" },
  columns: [
    ...beginning,
    {
      title: columnsOf.HAZARDS.dueOn.title,
      width: 13,
      cell: ({ items }) => dayLeft(items.find(({ isOpen, dueOn }) => isOpen && dueOn)?.dueOn),
    },
    {
      title: { "zh-CN": "销号情况", en: "State" },
      width: 10,
      cell: (row, locale) =>
        row.state === "NOT_SETTLED"
          ? wordOf(matterStates, row.state, locale)
          : cleared[locale][row.state === "OPEN" ? 1 : 0],
    },
    ...ending,
  ],
  fixed: { kind: ["HAZARD"] },
};

interface TaskRow {
  number: string;
  title: string;
  instructions: string | null;
  urgency: string;
  state: string;
  isOpen: boolean;
  issuedAt: string;
  closedAt: string | null;
  dueOn: string | null;
  duty: string | null;
  station: { name: string } | null;
  grid: { name: string } | null;
  member: Person | null;
  unit: { name: string } | null;
  feedback: { done?: string } | null;
}

const dayLeft = (dueOn: string | null | undefined) => (dueOn ? { day: dueOn } : null);

const taskStates = {
  ISSUED: ["未完成（待认领）", "Open (to be claimed)"],
  ACCEPTED: ["未完成（办理中）", "Open"],
  SUBMITTED: ["未完成（待评价）", "Open (handed in)"],
  RETURNED: ["未完成（退回）", "Open (returned)"],
  DECLINED: ["未完成（拒收）", "Open (declined)"],
  CLOSED: ["已完成", "Done"],
  CANCELLED: ["终止", "Not settled"],
} as const;

const ofTask = columnsOf.TASKS;

export const taskLayout: Layout<TaskRow> = {
  caption: { "zh-CN": "任务台账", en: "Ledger of tasks" },
  list: "workItems",
  row: `number title instructions urgency state isOpen issuedAt closedAt dueOn duty station { name } grid { name } member { name badge } unit { name }
    feedback { ... on TaskResult { done } }`,
  takes: { filter: "WorkItemFilter", order: "WorkOrder" },
  columns: [
    { title: ofTask.number.title, width: 24, cell: ({ number }) => number },
    { title: ofTask.issuedOn.title, width: 13, cell: ({ issuedAt }) => day(issuedAt) },
    { title: ofTask.title.title, width: 32, cell: ({ title }) => title },
    { title: ofTask.instructions.title, width: 40, cell: ({ instructions }) => instructions },
    { title: ofTask.stationName.title, width: 16, cell: ({ station }) => station?.name ?? null },
    { title: ofTask.unitName.title, width: 16, cell: ({ unit }) => unit?.name ?? null },
    { title: ofTask.receiver.title, width: 18, cell: ({ member }) => person(member) },
    { title: ofTask.grid.title, width: 18, cell: ({ grid }) => grid?.name ?? null },
    { title: ofTask.duty.title, width: 12, cell: (row, locale) => wordOf(dutyWords, row.duty, locale) },
    { title: ofTask.urgency.title, width: 10, cell: (row, locale) => wordOf(urgencyWords, row.urgency, locale) },
    { title: ofTask.dueOn.title, width: 13, cell: ({ dueOn }) => dayLeft(dueOn) },
    { title: ofTask.status.title, width: 16, cell: (row, locale) => wordOf(taskStates, row.state, locale) },
    { title: ofTask.endedOn.title, width: 13, cell: ({ closedAt }) => day(closedAt) },
    { title: ofTask.result.title, width: 40, cell: ({ feedback }) => feedback?.done ?? null },
  ],
  fixed: { kind: ["TASK"] },
};
