import { defineMessages } from "#kernel/messages";

defineMessages({
  "zh-CN": {
    MATTER_ENDED: "事项 {number} 已结束。",
    MATTER_METHOD: "只有已化解的矛盾纠纷才填写调解方法。",
    MATTER_HAS_WORK: "还有未办结的工作事项：{numbers}。",
    MATTER_CATEGORY_KIND: "类别“{name}”不属于该事项种类。",
    MATTER_CATEGORY_ENDED: "类别“{name}”已停用，或已有新的版本。",
    MATTER_CATEGORY_CODE: "类别编码须为 1 到 30 位字母、数字、连字符或下划线。",
    MATTER_CATEGORY_MEANWHILE: "该类别刚刚已被他人修改。",
    MATTER_STATION_OF_GRID: "该派出所不是网格所属的派出所。",
    MATTER_RECEIVED_BY_THEM: "{number} 已由此人首接。",
    MATTER_ROLE_TWICE: "同一身份只能登记一次。",
    MATTER_MERGED_WITH_ITSELF: "事项 {number} 不能并入自身。",
    MATTER_WHO_TAKES: "{number} 还未办结。请说明它留在原岗位，还是改派；改派后由{members}接办。",
    MATTER_NOBODY_TAKES: "{number} 还未办结。请说明它留在原岗位，还是改派；改派后的岗位无人负责。",
    CONTACT_NOT_SEALED: "没有可以查看的联系方式，或已清除。",
    SEAL_KEY_MISSING: "服务器没有密封密钥，不能密封或查看联系方式。",
    SEAL_OF_ANOTHER_KEY: "该联系方式由另一个密钥密封，此服务器不能打开。",
  },
  en: {
    MATTER_ENDED: "Matter {number} has ended.",
    MATTER_METHOD: "A method is told of a dispute that is settled.",
    MATTER_HAS_WORK: "Work about it is open still: {numbers}.",
    MATTER_CATEGORY_KIND: "The category {name} is of another kind.",
    MATTER_CATEGORY_ENDED: "The category {name} is retired, or has a newer revision.",
    MATTER_CATEGORY_CODE: "A category's code has 1 to 30 letters, digits, hyphens or underscores.",
    MATTER_CATEGORY_MEANWHILE: "Somebody has changed that category just now.",
    MATTER_STATION_OF_GRID: "That is not the grid's station.",
    MATTER_RECEIVED_BY_THEM: "{number} is theirs already.",
    MATTER_ROLE_TWICE: "Each role may stand there once.",
    MATTER_MERGED_WITH_ITSELF: "Matter {number} cannot be merged into itself.",
    MATTER_WHO_TAKES:
      "{number} is open. Say whether it stays at its seat or is reassigned; then {members} would take it.",
    MATTER_NOBODY_TAKES:
      "{number} is open. Say whether it stays at its seat or is reassigned; nobody answers for the other seat.",
    CONTACT_NOT_SEALED: "There is no contact to open, or it was erased.",
    SEAL_KEY_MISSING: "The server has no key to seal or open contacts by.",
    SEAL_OF_ANOTHER_KEY: "It was sealed by another key, and this server cannot open it.",
  },
});
