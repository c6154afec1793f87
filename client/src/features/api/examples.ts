import coverage from "./examples/coverage.graphql?raw";
import gridByCode from "./examples/grid-by-code.graphql?raw";
import members from "./examples/members.graphql?raw";
import responsibleFor from "./examples/responsible-for.graphql?raw";
import viewer from "./examples/viewer.graphql?raw";

interface Example {
  name: "viewer" | "coverage" | "gridByCode" | "responsibleFor" | "members";
  query: string;
  /** The variable that wants a grid's code. */
  gridCode?: string;
}

export const examples: readonly [Example, ...Example[]] = [
  { name: "viewer", query: viewer },
  { name: "coverage", query: coverage },
  { name: "gridByCode", query: gridByCode, gridCode: "code" },
  { name: "responsibleFor", query: responsibleFor, gridCode: "gridCode" },
  { name: "members", query: members },
];

export type ExampleName = Example["name"];

export const exampleNamed = (name: string | undefined) =>
  examples.find((example) => example.name === name) ?? examples[0];

/** What the editor of variables begins with. */
export const variablesOf = ({ gridCode }: Example, code: string | undefined) =>
  gridCode && code ? JSON.stringify({ [gridCode]: code }, null, 2) : "";
