import { initialsOf } from "@maple-bridge/server/kernel/pinyin";

/** What the names of invented places and people are put together from. */
const words = {
  near: [..."东西南北上下前后大小新老高平长石松柏柳杨桃李梅竹云龙凤金银青白红黄清泉双三八九安和兴永"],
  far: [..."庄河湾岭沟坡桥寨店营岗塘洼屯堡井滩峪台坪坝渡口铺园关庙楼窑冲埠圩集堰畈墩坳垭崖川"],
  surname: [..."王李张刘陈杨赵黄周吴徐孙胡朱高郭何马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈彭吕苏"],
  first: [..."春玉秀志永明德庆广新长云桂金立俊彦书思佳艳振文晓雪红建海根福瑞守保培素淑改爱子宏"],
  second: [..."兰萍喜娟顺柱泉锋岭柯苗田仓彬雁菊勤芝瑶珍禾朋栓祥萱昌翠盈山生林英玲敏刚亮超强伟"],
} satisfies Record<string, string[]>;

const wordOf = (name: string, list: readonly string[]) => `
  create function pg_temp.${name}(n bigint) returns text language sql immutable as $$
    select (array[${list.map((word) => `'${word}'`).join()}])[1 + mod(n, ${list.length})::int] $$;`;

const placeOf = (name: string, suffix: string) => `
  create function pg_temp.${name}(n bigint) returns text language sql immutable as $$
    select pg_temp.near${suffix}(n) || pg_temp.far${suffix}(n / ${words.near.length}) $$;`;

/** SQL functions that give a word of each kind, or its initial, and the two-syllable name of a place. */
export const wordFunctions = [
  ...Object.entries(words).flatMap(([kind, list]) => [
    wordOf(kind, list),
    wordOf(`${kind}_initial`, list.map(initialsOf)),
  ]),
  placeOf("place", ""),
  placeOf("place_initials", "_initial"),
].join("");
