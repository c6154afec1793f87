import { asLine, asName } from "#kernel/written";
import type { Parsed } from "./cell-parsers.ts";

export const matterKindWords = {
  INCIDENT: ["警情", "接处警", "报警", "Incident"],
  DISPUTE: ["矛盾纠纷", "纠纷", "矛盾", "Dispute"],
  HAZARD: ["隐患", "安全隐患", "风险隐患", "Hazard"],
  SERVICE: ["求助服务", "服务", "求助", "便民服务", "群众求助", "Service"],
} as const;

export const sourceWords = {
  EMERGENCY_110: ["110", "110报警", "报警"],
  HOTLINE_12345: ["12345", "12345热线", "热线", "市长热线"],
  WALK_IN: ["来访", "群众来访", "上门", "Walk-in"],
  PATROL: ["巡逻", "排查", "巡查", "日常排查", "Patrol"],
  VISIT: ["走访", "入户走访", "Visit"],
  CHECKLIST: ["检查清单", "检查", "日常检查", "Checklist"],
  GRID_WORKER: ["网格员", "网格上报", "网格员上报", "Grid worker"],
  PARTNER: ["协作单位", "部门移交", "上级交办", "移交", "交办", "Partner"],
  API: ["接口", "API"],
  LEDGER: ["台账", "Ledger"],
} as const;

export const urgencyWords = {
  ORDINARY: ["普通", "一般", "一般隐患", "低", "否", "Ordinary"],
  URGENT: ["紧急", "较大", "较大隐患", "重大", "重大隐患", "重点", "中", "高", "是", "Urgent"],
  CRITICAL: ["特急", "特别重大", "特别重大隐患", "Critical"],
} as const;

/** How a row of a ledger stands, where its words tell. */
export type LedgerStanding = "OPEN" | "SETTLED" | "NOT_SETTLED";

export interface Status {
  /** Undefined where the words do not tell. */
  standing: LedgerStanding | undefined;
  text: string;
}

const failed = /失败|不成功|未成功|未达成|终止|无法(化解|整改)|notsettled/;
const goesOn =
  /未(化解|办结|结案|完成|整改|销号|解决|处理)|尚未|正在|进行中|(调处|调解|办理|处理|整改|化解|稳控|跟踪)中|待|限期|^(否|未|无|×|x|n|no|open)$/;
const over =
  /已|(化解|办结|结案|完成|整改|销号|解决|处理|调解|调处)(成功|完毕|到位)|成功|达成|办结|结案|销号|^(是|化解|解决|完成|√|✓|✔|y|yes|done|settled|closed)$/;

/** The words shown where none of these are found. */
export const statusAllowed = "办理中、已化解、未化解、已办结、已完成、已整改、已销号、是、否、√、×";

/** 未化解 with a day on which it ended has ended unsettled; the plan looks at that. */
export function parseStatus(text: string): Parsed<Status> {
  const key = asName(text)
    .replace(/[\s。，,.;；]/g, "")
    .toLowerCase();
  const standing = failed.test(key)
    ? "NOT_SETTLED"
    : goesOn.test(key)
      ? "OPEN"
      : over.test(key)
        ? "SETTLED"
        : undefined;
  return { value: { standing, text: asLine(text) } };
}
