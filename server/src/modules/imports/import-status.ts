import { registerEnumType } from "type-graphql";

export const ImportStatus = {
  UPLOADED: "UPLOADED",
  CHECKING: "CHECKING",
  CHECKED: "CHECKED",
  WRITING: "WRITING",
  WRITTEN: "WRITTEN",
  FAILED: "FAILED",
  CANCELLED: "CANCELLED",
  UNDONE: "UNDONE",
} as const;
export type ImportStatus = keyof typeof ImportStatus;

registerEnumType(ImportStatus, {
  name: "ImportStatus",
  description: "How far an import has come.",
  valuesConfig: {
    UPLOADED: { description: "The file is read; its columns may be mapped, then it is checked." },
    CHECKING: { description: "A check is under way; it may be cancelled." },
    CHECKED: { description: "Checked: with errors, correct the file and upload it anew; without, it may be written." },
    WRITING: { description: "Being written; `doneRows` grows. It may still be cancelled, and then leaves nothing." },
    WRITTEN: { description: "All of it is written." },
    FAILED: {
      description: "Nothing was written: the file holds identity numbers, or a check or writing was interrupted.",
    },
    CANCELLED: { description: "Given up; nothing was written." },
    UNDONE: { description: "Was written, and taken back whole." },
  },
});

export const ImportKind = {
  GRIDS: "GRIDS",
  MEMBERS: "MEMBERS",
  DISPUTES: "DISPUTES",
  HAZARDS: "HAZARDS",
  MATTERS: "MATTERS",
  TASKS: "TASKS",
  DUTY_LINES: "DUTY_LINES",
  CHECKLISTS: "CHECKLISTS",
} as const;
registerEnumType(ImportKind, {
  name: "ImportKind",
  description: "What a file holds.",
  valuesConfig: {
    GRIDS: { description: "网格: one grid a row." },
    MEMBERS: { description: "人员: members, each with the seats held; a member may take several rows." },
    DISPUTES: { description: "矛盾纠纷台账: one dispute a row; ended ones come in as ended." },
    HAZARDS: { description: "隐患台账: one hazard a row, with the day to rectify it by and 销号." },
    MATTERS: { description: "事项台账: matters of whatever kind." },
    TASKS: { description: "任务台账: tasks of seats, members or units." },
    DUTY_LINES: { description: "职责清单: lines of the duty catalogue, one a row." },
    CHECKLISTS: { description: "检查清单: items of checklists, which come in as drafts." },
  },
});
export type ImportKind = keyof typeof ImportKind;
