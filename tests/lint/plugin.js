// The house's own lint rules: what architecture asks and no stock rule knows.
import { readFileSync } from "node:fs";
import { basename, dirname, relative, resolve, sep } from "node:path";

const root = resolve(import.meta.dirname, "../..");
const [, listed] = /modules: readonly Module\[\] = \[([^\]]+)\]/.exec(
  readFileSync(resolve(root, "server/src/modules.ts"), "utf8"),
);
const order = listed.match(/\w+/g);

const placeOf = (context) => relative(root, context.filename).split(sep).join("/");
const moduleOf = (place) => /^server\/src\/modules\/([^/]+)\//.exec(place)?.[1];
const featureOf = (place) => /^client\/src\/features\/([^/]+)\//.exec(place)?.[1];

const onImports = (check) => ({
  create(context) {
    const place = placeOf(context);
    const visit = (node) => {
      if (!node.source) return;
      const message = check({
        place,
        source: String(node.source.value),
        isTypeOnly: node.importKind === "type" || node.exportKind === "type",
      });
      if (message) context.report({ node, message });
    };
    return { ImportDeclaration: visit, ExportNamedDeclaration: visit, ExportAllDeclaration: visit };
  },
});

const moduleImports = onImports(({ place, source }) => {
  const own = moduleOf(place);
  if (!own) return undefined;
  const other = /^#modules\/(.+)$/.exec(source)?.[1];
  if (other && order.indexOf(other) >= order.indexOf(own))
    return `${own} may import earlier modules only, not ${other}.`;
  if (source.startsWith("../") || (source.startsWith("./") && source.slice(2).includes("/")))
    return "Inside a module, import from its own flat folder; other modules through #modules/<name>.";
  return undefined;
});

const pureFiles = onImports(({ place, source, isTypeOnly }) => {
  if (!/\.(rules|policy)\.ts$/.test(place) || isTypeOnly || source.startsWith("./")) return undefined;
  return /^#kernel\/(errors|day|text|written|phone|reason|undo)$/.test(source)
    ? undefined
    : "Rules and policies are pure: they import types only.";
});

const sqlPlaces =
  /\.(types|store|rows|resolver)\.ts$|^server\/src\/(kernel|postgres|face|operator)\/|^server\/src\/[^/]+\.ts$|\.test\.ts$|^(drizzle|tests)\//;
const sqlInItsPlace = onImports(({ place, source }) =>
  /^(drizzle-orm|@maple-bridge\/drizzle|postgres)(\/|$)/.test(source) &&
  place.startsWith("server/") &&
  !sqlPlaces.test(place)
    ? "Tables and SQL belong to *.types.ts, *.rows.ts, *.store.ts and the kernel."
    : undefined,
);

const featuresApart = onImports(({ place, source }) => {
  const own = featureOf(place);
  if (!own || !source.startsWith(".")) return undefined;
  const target = relative(root, resolve(root, dirname(place), source))
    .split(sep)
    .join("/");
  const other = featureOf(`${target}/x`);
  return other && other !== own ? `A feature does not import another (${other}).` : undefined;
});

const commandBeats = {
  create(context) {
    const place = placeOf(context);
    if (!place.startsWith("server/src/modules/") || place.endsWith(".test.ts")) return {};
    return {
      "CallExpression:exit"(node) {
        if (node.callee.type !== "Identifier" || !["inTransaction", "handOver"].includes(node.callee.name)) return;
        const text = context.sourceCode.getText();
        // A step of work does both by itself, whoever takes it; many rows go by the path of one alone.
        if (/\banswerEach\(|\bstep(One)?\(|\bopenItem\(|\bissueOrders\(/.test(text)) return;
        for (const beat of ["authorize", "record"])
          if (!new RegExp(`\\b${beat}\\w*\\(`).test(text))
            context.report({
              node,
              message: `A command calls ${beat}: ${basename(place)} opens a transaction without it.`,
            });
      },
    };
  },
};

/** What tells how a row stands, or who somebody is. */
const standing =
  /\.\s*(status|state|closedOn|endedAt|endsAt|disabledAt|revokedAt|leftOn|decidedAt|finishedAt|isCancelled|isClosed|isLive|errorCount|roles?)\b|\b(status|state|closedOn|endedAt|disabledAt|revokedAt|leftOn|errorCount|role)\s*[!=]==/;

/** What decides whether the node is shown: around it, and in what its function returned before. */
function* decidingOn(node, textIn) {
  for (let [at, child] = [node.parent, node]; at; [at, child] = [at.parent, at]) {
    if ((at.type === "ConditionalExpression" || at.type === "IfStatement") && child !== at.test) yield at.test;
    if (at.type === "LogicalExpression" && child === at.right) yield at.left;
    if (at.type === "BlockStatement")
      for (const before of at.body.slice(0, at.body.indexOf(child)))
        if (before.type === "IfStatement" && /^\{?\s*return\b/.test(textIn(before.consequent))) yield before.test;
  }
}

const buttonsByViewerMay = {
  create(context) {
    if (!featureOf(placeOf(context))) return {};
    const textIn = (node) => context.sourceCode.getText(node);
    const check = (node, deciding) => {
      for (const test of deciding)
        if (standing.test(textIn(test)))
          context.report({ node, message: `A button goes by viewerMay alone, not by ${textIn(test)}.` });
    };
    return {
      JSXOpeningElement(node) {
        if (!textIn(node.name).endsWith("Button")) return;
        const disabled = node.attributes.find((each) => each.name?.name === "disabled");
        check(node, [...decidingOn(node.parent, textIn), ...(disabled?.value ? [disabled.value] : [])]);
      },
      Property(node) {
        if (node.key.name === "may") check(node, [node.value]);
        if (node.key.name === "onClick") check(node, decidingOn(node, textIn));
      },
    };
  },
};

export default {
  meta: { name: "maple" },
  rules: {
    "module-imports": moduleImports,
    "pure-files": pureFiles,
    "sql-in-its-place": sqlInItsPlace,
    "features-apart": featuresApart,
    "command-beats": commandBeats,
    "buttons-by-viewer-may": buttonsByViewerMay,
  },
};
