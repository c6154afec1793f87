import type { Category, MatterKind } from "./rows.ts";

/** What happened, by kind and category; places are invented. */
const titles: Partial<Record<MatterKind, Readonly<Record<string, readonly string[]>>>> = {
  DISPUTE: {
    MARRIAGE_FAMILY: ["夫妻争吵报警", "家庭赡养起争执"],
    NEIGHBOURS: ["楼上漏水邻居争吵", "车辆堵住小区大门", "公共楼道堆放杂物争执", "装修噪音引发争吵"],
    CONTRACT: ["租房押金纠纷", "装修合同纠纷"],
    LABOUR: ["工地结算争执"],
    WAGES: ["门店拖欠工资"],
    PROPERTY_MANAGEMENT: ["物业收费争执", "小区停车位纠纷"],
    CONSUMERS: ["超市购物纠纷", "理发店退卡纠纷"],
    LOANS: ["借款不还起争执"],
    TRAFFIC_ACCIDENT: ["剐蹭后双方争执", "电动车碰撞赔偿争执"],
  },
  SERVICE: {
    HELP: ["老人忘带钥匙", "手机遗落出租车", "行人摔倒求助", "电梯困人求助", "车辆抛锚求助", "请求帮助寻找走散家人"],
    HOTLINE_12345: ["夜市占道反映", "路灯不亮反映"],
    FAMILY_NEIGHBOURS: ["邻里请求上门劝解"],
    DOGS: ["流浪犬进入小区", "未牵绳犬只惊扰居民"],
  },
  HAZARD: {
    FIRE: ["楼道内电动车充电", "消防通道被占用"],
    GAS_ELECTRICITY: ["闻到燃气味", "私拉电线"],
    TRAFFIC: ["井盖缺失", "路口信号灯损坏"],
    PUBLIC_ORDER: ["出租院门锁损坏"],
    BUILDINGS: ["外墙瓷砖松动"],
    WATER: ["河边护栏缺损"],
  },
  INCIDENT: {
    THEFT: ["电动车电瓶被盗", "店内物品被盗", "车内财物被盗"],
    FRAUD: ["冒充客服诈骗", "网上购物被骗", "刷单被骗"],
    FIGHT: ["饭店门口打架", "酒后互殴"],
    NOISE: ["广场音响扰民", "夜间施工扰民"],
    TRAFFIC: ["两车剐蹭", "车辆违停堵路"],
    MISSING: ["老人走失"],
    OTHER: ["疑似有人翻越围墙"],
  },
};

/** Of categories that the stories tell nothing of. */
const simple: Readonly<Record<string, readonly string[]>> = {
  CONSULTATION: ["咨询户口办理", "咨询身份证换领", "咨询居住证办理", "咨询电动车上牌", "咨询养犬登记", "咨询反诈知识"],
  DO_REAL_THINGS: ["帮助搬运过冬物资", "送证上门", "帮助联系维修路灯", "雨雪天护送放学"],
  SOLVE_SMALL_CASES: ["找回被拿走的快递", "找回被骑走的电动车", "追回店内丢失物品"],
  SETTLE_SMALL_DISPUTES: ["楼道占用当场劝和", "停车剐蹭当场劝和", "晾晒滴水当场劝和"],
  REMOVE_SMALL_HAZARDS: ["清除楼道杂物", "提醒更换老化电线", "井盖松动当日修复"],
  KEEP_TO_SMALL_POLICING: ["警务室夜间值守服务", "商圈治安联盟巡查", "校园门口护学"],
};

export const titlesOf = ({ kind, code }: Pick<Category, "kind" | "code">): readonly string[] =>
  titles[kind]?.[code] ?? simple[code] ?? ["其他情况"];

/** Categories of the kind of which there is something to tell. */
export const toldCategories = (kind: MatterKind) => Object.keys(titles[kind] ?? {});

export const reports = {
  happened: ["到场核实，情况属实", "到场后双方均在现场，情绪激动", "到场查看，与报警内容一致"],
  done: ["已现场处置，告知注意事项", "已劝离并做好登记", "已现场劝导，双方表示理解", "已联系相关单位到场处理"],
  cause: ["沟通不畅", "临时停放未留电话", "管理不到位"],
  likelyCourse: ["基本平息", "可能反复，需社区民警回访"],
};

export const community = {
  settled: ["上门调解，双方达成一致", "组织双方到警务室调解，已和解", "与网格员一同劝解，当场握手言和"],
  notSettled: ["两次上门调解，分歧仍大", "一方不同意调解"],
  hazard: ["已督促清除，复查合格", "已联系责任单位整改完毕", "当日整改到位"],
  service: ["已上门帮助解决"],
};

export const cases = {
  isTaken: ["已受理，转案件办理"],
  notTaken: ["情节轻微，不予立案，已告知", "不属本所管辖，已移送"],
};

export const supervision = {
  reasons: ["超过反馈时限", "现场情况写得不全", "未说明处置结果"],
  cause: ["当班警情较多，未及时录入", "对反馈要求理解不到位"],
  done: ["已补录现场情况", "已补充处置结果并说明原因"],
};

export const returned = ["请补充双方意见", "请写明处置结果", "请补充起因"];
export const settledNotes = ["已办结", "当事人表示满意", "现场处置完毕"];
export const streets = ["府前街", "崇文街", "时代大道", "新义街", "振兴街", "中阳楼街", "建设路", "迎宾路"];
