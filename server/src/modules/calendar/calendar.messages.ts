import { defineMessages } from "#kernel/messages";

defineMessages({
  "zh-CN": {
    NO_WORKING_TIME_LEFT: "按现行日历，十年内没有足够的工作时间，请检查工作日历的班次和工作日。",
    CALENDAR_DRAFT_THERE: "已有草稿（第 {number} 版），请先发布或放弃。",
    CALENDAR_DRAFT_MEANWHILE: "刚刚已有人起草，请刷新后继续。",
    CALENDAR_NOT_DRAFT: "第 {number} 版已发布或已放弃，不能再改。",
    CALENDAR_PUBLISHED: "已发布的日历不能更改。",
    CALENDAR_UNCHANGED: "草稿与现行日历没有差别，无需发布。",
    CALENDAR_NEVER_OPEN: "按草稿，从今天起一年内没有工作日，不能发布。",
    CALENDAR_TOO_MANY_DAYS: "最多 {most} 天。",
    CALENDAR_DAY_TWICE: "{day} 出现了两次。",
    CALENDAR_DAY_OPEN_ANYWAY: "{day} 本来就是工作日；要取消休息，请设为“按星期”。",
    CALENDAR_DAY_CLOSED_ANYWAY: "{day} 本来就是周末休息；要取消补班，请设为“按星期”。",
    CALENDAR_DAY_UNNAMED: "{day} 按星期确定，不能另取名称。",
    CALENDAR_SHIFT_COUNT: "班次须为 1 到 {most} 个。",
    CALENDAR_SHIFT_ORDER: "班次的结束须晚于开始；跨午夜的班次请分成两个。",
    CALENDAR_SHIFT_OVERLAP: "与第 {other} 个班次重叠。",
    CALENDAR_NOT_ANNOUNCED: "{year} 年的放假安排尚未公布，或本版本系统还没有收录；公布后可逐日录入。",
  },
  en: {
    NO_WORKING_TIME_LEFT:
      "By the calendar in force there is not enough working time within ten years; look at its shifts and open days.",
    CALENDAR_DRAFT_THERE: "There is a draft already (number {number}); publish or discard it first.",
    CALENDAR_DRAFT_MEANWHILE: "Somebody has just begun a draft; reload and go on with it.",
    CALENDAR_NOT_DRAFT: "Number {number} is published or discarded and changes no more.",
    CALENDAR_PUBLISHED: "A published calendar is never changed.",
    CALENDAR_UNCHANGED: "The draft is no different from the calendar in force; there is nothing to publish.",
    CALENDAR_NEVER_OPEN: "By the draft no day of the year from today on is open; it cannot be published.",
    CALENDAR_TOO_MANY_DAYS: "{most} days at the most.",
    CALENDAR_DAY_TWICE: "{day} stands there twice.",
    CALENDAR_DAY_OPEN_ANYWAY: "{day} is a working day anyway; to take a day off back, leave it to the weekday.",
    CALENDAR_DAY_CLOSED_ANYWAY:
      "{day} is of a weekend and closed anyway; to take a make-up day back, leave it to the weekday.",
    CALENDAR_DAY_UNNAMED: "{day} is left to the weekday and takes no name.",
    CALENDAR_SHIFT_COUNT: "1 to {most} shifts are needed.",
    CALENDAR_SHIFT_ORDER: "A shift ends after it starts; make two of one that goes over midnight.",
    CALENDAR_SHIFT_OVERLAP: "It overlaps with shift {other}.",
    CALENDAR_NOT_ANNOUNCED:
      "The days off of {year} are not announced yet, or this release does not know them; once they are, they may be entered day by day.",
  },
});
