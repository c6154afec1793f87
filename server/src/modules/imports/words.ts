export const gridKindWords = {
  VILLAGE: ["行政村", "村", "建制村", "村委会", "农村", "Village"],
  COMMUNITY: ["社区", "居委会", "社区居委会", "Community"],
  ENTERPRISE: ["企业", "企业园区", "工业园区", "Enterprise"],
  COMMERCIAL: ["商圈", "商业街", "商业街区", "市场", "Commercial"],
  SCENIC: ["景区", "旅游景区", "Scenic"],
} as const;

export const complexityWords = {
  ORDINARY: ["一般", "普通", "否", "不复杂", "简单", "Ordinary"],
  COMPLEX: ["复杂", "是", "Complex"],
} as const;

export const memberKindWords = {
  OFFICER: ["民警", "警察", "公安民警", "社区民警", "责任民警", "Officer"],
  AUXILIARY: ["辅警", "协警", "警务辅助人员", "驻村辅警", "社区辅警", "Auxiliary"],
  MEDIATOR: ["调解员", "人民调解员", "专职调解员", "Mediator"],
  SECURITY_DIRECTOR: ["治保主任", "治保会主任", "Security director"],
  GRID_WORKER: ["网格员", "专职网格员", "Grid worker"],
  VOLUNTEER: ["义警", "志愿者", "平安志愿者", "Volunteer"],
  LAWYER: ["律师", "Lawyer"],
} as const;

export const dutyWords = {
  RESPONSIBLE_OFFICER: [
    "责任民警",
    "民警",
    "社区民警",
    "包村民警",
    "包片民警",
    "驻村民警",
    "片警",
    "网格民警",
    "Responsible officer",
  ],
  AUXILIARY: ["驻村辅警", "辅警", "社区辅警", "包村辅警", "网格辅警", "Auxiliary"],
  MEDIATOR: ["调解员", "人民调解员", "专职调解员", "Mediator"],
  SECURITY_DIRECTOR: ["治保主任", "治保会主任", "Security director"],
  GRID_WORKER: ["网格员", "专职网格员", "Grid worker"],
} as const;

export type GridKind = keyof typeof gridKindWords;
export type Complexity = keyof typeof complexityWords;
export type MemberKind = keyof typeof memberKindWords;
export type Duty = keyof typeof dutyWords;

/** The duty that a kind of member usually holds: what a row means when it names only one of the two. */
export const usualDuty: Partial<Record<MemberKind, Duty>> = {
  OFFICER: "RESPONSIBLE_OFFICER",
  AUXILIARY: "AUXILIARY",
  MEDIATOR: "MEDIATOR",
  SECURITY_DIRECTOR: "SECURITY_DIRECTOR",
  GRID_WORKER: "GRID_WORKER",
};

export const usualHolder: Record<Duty, MemberKind> = {
  RESPONSIBLE_OFFICER: "OFFICER",
  AUXILIARY: "AUXILIARY",
  MEDIATOR: "MEDIATOR",
  SECURITY_DIRECTOR: "SECURITY_DIRECTOR",
  GRID_WORKER: "GRID_WORKER",
};
