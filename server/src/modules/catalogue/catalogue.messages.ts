import { defineMessages } from "#kernel/messages";

defineMessages({
  "zh-CN": {
    DUTY_LINE_OWNER: "请指定一个职务，或一类单位，二者只能选一。",
    DUTY_LINE_PART: "网格类别和层级只能用于职务，且只能选一。",
    DUTY_LINE_UNIT_KIND: "该类单位不设职责，可选：派出所、综合指挥室、专班、警务室。",
    DUTY_LINE_CODE: "职责代码须为 1 到 30 位字母、数字、连字符或下划线。",
    DUTY_LINE_STATION: "“{unit}”不是派出所。",
    DUTY_LINE_ENDED: "职责“{title}”已停用，或已有新的版本。",
    DUTY_LINE_OF_A_STATION: "“{title}”是派出所自己的职责，可以停用，不必搁置。",
    DUTY_LINE_MEANWHILE: "该职责刚刚已被他人修改。",
    DUTY_COPY_COUNT: "请选择 1 到 {most} 个派出所。",
    DUTY_COPY_TWICE: "同一派出所选了两次。",
    DUTY_COPY_OF_ITSELF: "样板所不能复制给自己。",
  },
  en: {
    DUTY_LINE_OWNER: "Give either a duty or a kind of unit, and not both.",
    DUTY_LINE_PART: "A kind of grid or a level goes with a duty, and one of them at most.",
    DUTY_LINE_UNIT_KIND: "Units of that kind have no duties: stations, command rooms, desks and police rooms have.",
    DUTY_LINE_CODE: "A line's code has 1 to 30 letters, digits, hyphens or underscores.",
    DUTY_LINE_STATION: "{unit} is no station.",
    DUTY_LINE_ENDED: "The line {title} is retired, or has a newer revision.",
    DUTY_LINE_OF_A_STATION: "{title} is a station's own line: it is retired, and needs no setting aside.",
    DUTY_LINE_MEANWHILE: "Somebody has changed that line just now.",
    DUTY_COPY_COUNT: "Choose 1 to {most} stations.",
    DUTY_COPY_TWICE: "A station is chosen twice.",
    DUTY_COPY_OF_ITSELF: "The model is not copied to itself.",
  },
});
