import coverage from "./examples/coverage.graphql?raw";
import gridByCode from "./examples/grid-by-code.graphql?raw";
import members from "./examples/members.graphql?raw";
import responsibleFor from "./examples/responsible-for.graphql?raw";
import viewer from "./examples/viewer.graphql?raw";

export const examples = [
  { name: "viewer", query: viewer },
  { name: "coverage", query: coverage },
  { name: "gridByCode", query: gridByCode },
  { name: "responsibleFor", query: responsibleFor },
  { name: "members", query: members },
] as const;

export type ExampleName = (typeof examples)[number]["name"];

export const exampleNamed = (name: string | undefined) =>
  examples.find((example) => example.name === name) ?? examples[0];
