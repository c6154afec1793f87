import type { memberKinds } from "../tables/members.ts";
import type { Random } from "./random.ts";

export type MemberKind = (typeof memberKinds)[number];

/** An invented person: the name is drawn from characters, the badge and phone number are counted. */
export interface Person {
  kind: MemberKind;
  badge: string;
  name: string;
  phone: string;
}

export interface People {
  next(kind: MemberKind): Person;
  nextName(): string;
}

const surnames = [
  ..."王李张刘陈杨赵黄周吴徐孙胡朱高郭何马罗梁宋郑谢韩唐冯于董萧程曹袁邓傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊",
  ..."金陆郝孔白崔康毛邱秦史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚",
];
const firsts = [..."春玉秀志永明德庆广新长云桂金立俊彦书思佳艳振文晓雪红建海根福瑞守保培素淑改爱子宏运占丙双"];
const seconds = [..."兰萍喜娟顺柱泉锋岭柯苗田仓彬雁菊勤芝瑶珍禾朋栓祥萱昌翠盈山生林英玲敏"];
const singles = [..."楠淼岚菁皓垚芮熠昱筱锴晗鑫钰妍骁冉"];

const badgePrefixes: Record<Exclude<MemberKind, "OFFICER">, string> = {
  AUXILIARY: "FJ",
  MEDIATOR: "TJ",
  SECURITY_DIRECTOR: "ZB",
  GRID_WORKER: "WG",
  VOLUNTEER: "YJ",
  LAWYER: "LS",
};

/**
 * `officerBlock` (three digits) starts the officers' badges, `phoneBlock` (one digit) sets a bureau's numbers apart. Badges
 * are counted from the one after `after`.
 */
export function inventPeople(random: Random, officerBlock: string, phoneBlock: number, after = 0): People {
  const taken = new Set<string>();
  const counts = new Map<MemberKind, number>();
  let phones = 0;
  const nextName = () => {
    let name = inventName(random);
    while (taken.has(name)) name = inventName(random);
    taken.add(name);
    return name;
  };
  const nextBadge = (kind: MemberKind) => {
    const count = (counts.get(kind) ?? after) + 1;
    counts.set(kind, count);
    return kind === "OFFICER" ? `${officerBlock}${digits(count, 3)}` : `${badgePrefixes[kind]}${digits(count, 4)}`;
  };
  const next = (kind: MemberKind) => {
    const phone = `1990000${phoneBlock}${digits(phones++, 3)}`;
    return { kind, badge: nextBadge(kind), name: nextName(), phone };
  };
  return { next, nextName };
}

function inventName(random: Random): string {
  const surname = random.pick(surnames);
  return random.chance(0.15) ? surname + random.pick(singles) : surname + random.pick(firsts) + random.pick(seconds);
}

const digits = (count: number, width: number) => String(count).padStart(width, "0");
