import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Each file of these asks for the demo, which is dear to load. */
const asksForTheDemo = ({ moduleId }: TestSpecification) => moduleId.includes("/tests/api/seed/");

/** As Vitest orders them, the largest of a project first; but while the first that asks for the demo loads it, the other worker has other files to run than those that wait for it. */
export class Order extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const [, ...waiting] = sorted.filter(asksForTheDemo);
    const others = sorted.filter((file) => !waiting.includes(file));
    const last = others.findLastIndex(({ project }) => project === waiting[0]?.project);
    return others.toSpliced(last + 1, 0, ...waiting);
  }
}
