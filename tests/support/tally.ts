import type { Reporter, TestModule } from "vitest/node";

/** Counts what passed and failed; a file that does not load and an error outside of tests are failures too. */
export class Tally implements Reporter {
  passed = 0;
  failed = 0;

  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]) {
    for (const module of modules) {
      const states = [...module.children.allTests()].map((test) => test.result().state);
      const failed = states.filter((state) => state === "failed").length;
      this.passed += states.filter((state) => state === "passed").length;
      this.failed += failed || (module.ok() ? 0 : 1);
    }
    this.failed += errors.length;
  }
}
