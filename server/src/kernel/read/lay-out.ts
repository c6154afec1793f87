const tokens = /E?'(?:[^']|'')*'|"(?:[^"]|"")*"|[()]|\s+|[^\s()'"]+/g;
const clauses = new Set(["from", "where", "left", "group", "having", "limit", "union"]);
const isKey = (token: string) => /^'[{,]?".*":'$/.test(token);

/** A statement on lines of its clauses, queries within it indented, and each field of an answer on a line: to be read, and compared. */
export function layOut(statement: string): string {
  const parts = (statement.match(tokens) ?? []).map((part) => (part.trim() === "" ? " " : part));
  const wordAt = (index: number, step: number) => parts[parts[index + step] === " " ? index + 2 * step : index + step];
  /** Of each open parenthesis, whether a query stands in it. */
  const open: boolean[] = [];
  let text = "";
  const breakLine = () => (text = `${text.trimEnd()}\n${"  ".repeat(open.filter(Boolean).length)}`);
  parts.forEach((part, index) => {
    if (part === "(") {
      open.push(["select", "with"].includes(wordAt(index, 1) ?? ""));
      text += part;
      if (open.at(-1)) breakLine();
    } else if (part === ")") {
      if (open.pop()) breakLine();
      text += part;
    } else {
      const before = wordAt(index, -1);
      const isClause = clauses.has(part) && open.at(-1) !== false && before !== "distinct";
      if (isClause || (isKey(part) && before !== "select")) breakLine();
      if (part !== " " || !text.endsWith(" ")) text += part;
    }
  });
  return text
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}
