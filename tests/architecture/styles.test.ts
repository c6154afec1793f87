import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const source = fileURLToPath(new URL("../../client/src", import.meta.url));
const names = readdirSync(source, { recursive: true, encoding: "utf8" });
const read = (name: string) => readFileSync(join(source, name), "utf8");

/** All may use its classes; every other sheet's are its folder's, or of the part of `ui` that imports it. */
const common = "styles.css";
const themes = "themes.css";
const sheets = names.filter((name) => name.endsWith(".css") && name !== common && name !== themes).sort();
const sources = names.filter((name) => name.endsWith(".tsx")).map((name) => ({ name, used: classesUsed(read(name)) }));

it("each selector of a stylesheet holds a class that begins with the sheet's name, and other classes are all's", () => {
  const shared = new Set([
    ...classesIn(read(common)),
    ...sources.filter(({ name }) => /^(ui|app)\//.test(name)).flatMap(({ used }) => used),
  ]);
  const straying = sheets.flatMap((sheet) =>
    selectorsOf(read(sheet)).filter((selector) => {
      const classes = classesIn(selector);
      const others = classes.filter((each) => !isOf(sheet, each) && !foreign.test(each));
      return others.length === classes.length || others.some((each) => !shared.has(each) || ownerOf(each));
    }),
  );
  expect(straying).toEqual([]);
});

it("no sheet's class is in the common one, and no two sheets' names begin alike", () => {
  expect(classesIn(read(common)).filter(ownerOf)).toEqual([]);
  const twice = sheets.filter((sheet) => sheets.some((other) => other !== sheet && isOf(other, stemOf(sheet))));
  expect(twice).toEqual([]);
});

it("a class is used where its stylesheet is, and each is used", () => {
  const abroad = sources.flatMap(({ name, used }) =>
    used.filter((each) => ownerOf(each) && !isAtHome(name, ownerOf(each)!)).map((each) => `${each} in ${name}`),
  );
  expect(abroad).toEqual([]);
  const texts = names.filter((name) => /(?<!\.test)\.tsx?$/.test(name)).map(read);
  const isUsed = (each: string) => texts.some((text) => new RegExp(`(?<![\\w-])${each}(?![\\w-])`).test(text));
  const own = sheets.flatMap((sheet) => classesIn(read(sheet)).filter((each) => isOf(sheet, each)));
  expect(own.filter((each) => !isUsed(each))).toEqual([]);
});

it("what a screen calls by a sheet's name stands in the sheet", () => {
  const known = new Set(sheets.flatMap((sheet) => classesIn(read(sheet))));
  const unknown = sources.flatMap(({ used }) => used.filter((each) => ownerOf(each) && !known.has(each)));
  expect([...new Set(unknown)]).toEqual([]);
});

it("what scrolls within the page holds what is placed absolutely in it, which would else widen the page", () => {
  /** They are as wide as the window. */
  const frame = new Set([".frame > .side", ".frame > main"]);
  const rules = [common, ...sheets].flatMap((sheet) =>
    [...read(sheet).matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, head, body]) => ({ head: head!.trim(), body: body! })),
  );
  const scrolling = rules.filter(({ body }) => /overflow(-x)?: (auto|scroll)/.test(body));
  expect(scrolling.length).toBeGreaterThan(5);
  const open = scrolling.filter(({ head, body }) => !frame.has(head) && !/position: (relative|sticky)/.test(body));
  expect(open.map(({ head }) => head)).toEqual([]);
});

it("every colour stands in the themes' sheet, in both of them, and is used", () => {
  const [light, dark] = [...read(themes).matchAll(/\{([^}]*)\}/g)].map(([, set]) => namesSet(set!));
  expect(dark).toEqual(light);
  const texts = names.filter((name) => /\.(css|tsx?)$/.test(name) && name !== themes).map(read);
  const isUsed = (name: string) =>
    texts.some((text) => new RegExp(`var\\(--${name}\\)|(colourOf|tone)\\("${name}"\\)`).test(text));
  expect(
    light!.filter((name) => !/^(good|soon|bad|quiet|accent)(-ground|-edge)?$/.test(name) && !isUsed(name)),
  ).toEqual([]);
  const named = names.filter(
    (name) => /\.(css|tsx?)$/.test(name) && !name.endsWith(".test.ts") && !nameColours.has(name),
  );
  expect(named.flatMap((name) => coloursIn(read(name)).map((colour) => `${colour} in ${name}`))).toEqual([]);
});

/** The themes, and the paper that a photo is drawn on. */
const nameColours = new Set([themes, "ui/photos/shrink.ts"]);
const namesSet = (set: string) => [...set.matchAll(/--([\w-]+):/g)].map(([, name]) => name!);
const coloursIn = (text: string) =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .match(
      /#[\da-f]{3,8}\b|\b(rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(|:[^;{}]*\b(black|white|gr[ae]y|silver|red|green|blue|yellow|orange)\b(?!-|")[^{}]*;/gi,
    ) ?? [];

/** The libraries' own. */
const foreign = /^(ant|adm|graphiql|monaco)-|line-number/;

/** `members.css` is of what is called `member-…` or `members-…`. */
const stemOf = (sheet: string) => basename(sheet, ".css").replace(/s$/, "");
const isOf = (sheet: string, name: string) => new RegExp(`^${stemOf(sheet)}s?(-|$)`).test(name);
const ownerOf = (name: string) => sheets.find((sheet) => isOf(sheet, name));
const isAtHome = (file: string, sheet: string) => dirname(file).startsWith(dirname(sheet));

function selectorsOf(css: string) {
  const heads = [...css.replace(/\/\*[\s\S]*?\*\//g, "").matchAll(/([^{}]+)\{/g)].map(([, head]) => head!.trim());
  return heads.filter((head) => !head.startsWith("@")).flatMap((head) => head.split(/,\s*/));
}

function classesIn(css: string) {
  const heads = css.includes("{") ? selectorsOf(css) : [css];
  return [...new Set(heads.flatMap((head) => [...head.matchAll(/\.([a-z][\w-]*)/g)].map(([, name]) => name!)))];
}

/** The words of texts that an element gets as its classes. */
function classesUsed(tsx: string) {
  const given = [...tsx.matchAll(/\b[cC]lassName=("[^"]*"|\{(?:[^{}]|\{[^{}]*\})*\})/g)].map(([, value]) => value!);
  const texts = given.flatMap((value) => (value.startsWith('"') ? [value] : (value.match(/"[^"]*"|`[^`]*`/g) ?? [])));
  return texts.flatMap((text) => text.match(/[a-z][\w-]*/g) ?? []);
}
