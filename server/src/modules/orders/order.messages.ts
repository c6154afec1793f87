import { defineMessages } from "#kernel/messages";

defineMessages({
  "zh-CN": {
    FEEDBACK_NOT_PAIRED: "该类工作不使用这种反馈。",
    ORDER_SUPERVISES_WORK: "监督指令针对已有的工作事项，请在该事项上督办。",
    ORDER_ADDRESS_CASE: "案件分流指令须下达给单位。",
    ORDER_ADDRESS_COMMUNITY: "社区指令须下达给网格岗位。",
    ORDER_ADDRESS_LINKAGE: "联动指令须下达给协作单位。",
    ORDER_MATTER_ENDED: "事项 {number} 已了结。",
    TASK_OVER_CAP: "{member}该周任务将达 {hours} 小时，超过 {cap} 小时，请说明理由。",
    TASK_DUE_BEFORE_IT_OPENS: "截止日期不能早于开始日期。",
  },
  en: {
    FEEDBACK_NOT_PAIRED: "This feedback does not go with this kind of work.",
    ORDER_SUPERVISES_WORK: "A supervision order is of other work: supervise that item.",
    ORDER_ADDRESS_CASE: "A case order goes to a unit.",
    ORDER_ADDRESS_COMMUNITY: "A community order goes to a seat at a grid.",
    ORDER_ADDRESS_LINKAGE: "A linkage order goes to a partner unit.",
    ORDER_MATTER_ENDED: "The matter {number} has ended.",
    TASK_OVER_CAP: "It brings {member} to {hours} hours of tasks that week, over {cap}; give a reason.",
    TASK_DUE_BEFORE_IT_OPENS: "The last day must not come before it opens.",
  },
});
