/**
 * The one rule of how a text is read, whoever brings it: a form, a file, a program, a search. Copied out of a page, a PDF, a
 * chat or a spreadsheet, a text carries what nobody sees; what looks the same is the same afterwards.
 */

/** NUL, and half of a pair: no text of the database holds them. */
export const unstorable = /[\0\p{Cs}]/u;

/** What stands where bytes were decoded that mean nothing in the encoding they were taken for. */
export const unreadable = /\uFFFD/;

/** Nothing but what a keyboard without an input method writes, in one line, needs no folding. */
const plain = /^[\x21-\x7e]*(?: [\x21-\x7e]+)*$/;

/** Zero-width characters, direction marks, controls, variation selectors; what cannot be kept is left to be refused. */
const unseen = /(?![\0\t-\r\x85])[\p{Cc}\p{Cf}\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]/gu;
const lineEnd = /\r\n|[\n\v\f\r\x85\u2028\u2029]/g;
/** Of every width; letters that show nothing are blanks too. */
const blanks = /[\s\x85\u115F\u1160\u2800\u3164\uFFA0]+/gu;
const blanksInLine = /[^\S\n]+|[\u115F\u1160\u2800\u3164\uFFA0]+/gu;
const fullWidth = /[０-９Ａ-Ｚａ-ｚ]/g;
const dashes = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g;

/** Kangxi radicals, which NFKC folds, and those of the supplement, which it leaves (Unicode's Equivalent_Unified_Ideograph): PDFs hold them in place of the characters. */
const kangxi = /[\u2F00-\u2FD5]/g;
const supplement = new Map(
  Array.from(
    "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟".match(
      /../gu,
    )!,
    ([radical, character]) => [radical!, character!],
  ),
);
const radicals = /[\u2E81-\u2EF3]/g;

const folded = (text: string) =>
  text
    .normalize("NFC")
    .replace(unseen, "")
    .replace(kangxi, (radical) => radical.normalize("NFKC"))
    .replace(radicals, (radical) => supplement.get(radical) ?? radical);

const narrow = (character: string) => String.fromCharCode(character.charCodeAt(0) - 0xfee0);

const unstorables = new RegExp(unstorable, "gu");
const worded = (text: string) => folded(text.replace(unstorables, "")).replace(fullWidth, narrow);

/** One line: letters and digits of half width, single blanks. Punctuation stays as it was typed. */
export const asLine = (text: string): string => (plain.test(text) ? text : worded(text).replace(blanks, " ").trim());

/** Sentences, in as many lines as they were written. */
export const asProse = (text: string): string =>
  plain.test(text)
    ? text
    : worded(text)
        .replace(lineEnd, "\n")
        .replace(blanksInLine, " ")
        .replace(/ *\n */g, "\n")
        .trim();

const blankInChinese = /(?<=[\p{Script=Han}（）【】《》·]) (?=[\p{Script=Han}（）【】《》·])/gu;
const dotInChinese = /(?<=\p{Script=Han}) ?[·•‧∙⋅・･] ?(?=\p{Script=Han})/gu;
const isChinese = /\p{Script=Han}/u;

/** A name of a person or a place: one line, and in Chinese no blanks that only set it apart (示 例 is 示例), dots and brackets of one kind. */
export function asName(text: string): string {
  const line = asLine(text);
  if (!isChinese.test(line)) return line;
  return line
    .replace(/ ?\( ?/g, "（")
    .replace(/ ?\)/g, "）")
    .replace(dotInChinese, "·")
    .replace(blankInChinese, "");
}

/** A number or code (capitals may come apart, ῒ into three, so they are put together again): no blanks, half width, capital letters, one kind of dash, without the mark that keeps it text in a spreadsheet. */
export const asCode = (text: string): string =>
  folded(text)
    .normalize("NFKC")
    .replace(blanks, "")
    .replace(dashes, "-")
    .replace(/^['’‘`]+/, "")
    .toUpperCase()
    .normalize("NFC");

/** What is looked for in what is kept: the same whether typed or pasted. */
export const asSearched = (text: string): string =>
  folded(text)
    .normalize("NFKC")
    .replace(blanks, "")
    .replace(dashes, "-")
    .replace(/[•‧∙⋅・]/g, "·")
    .toLowerCase()
    .normalize("NFC");

/** Two names with one key are written alike. */
export const keyOfName = (text: string): string => asSearched(asName(text));
