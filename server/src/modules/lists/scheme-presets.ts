import type { ListPreset } from "./lists.enums.ts";
import type { SchemeDraft } from "./scheme.store.ts";

export const presetSchemes: Readonly<Record<ListPreset, SchemeDraft>> = {
  SET_A: { titles: ["责任", "问题", "任务"], sources: ["DUTIES", "OPEN_MATTERS", "WORK_DUE"] },
  SET_B: { titles: ["职责", "任务", "成绩"], sources: ["DUTIES", "WORK_DUE", "ACHIEVEMENTS"] },
};
