import type { Reporter, TestModule } from "vitest/node";

/** Of some 250 journeys. */
export const mostSecondGoes = 2;

/**
 * Tells which tests have passed at a second go only, and what the first one failed with. A journey has one, in a new browser, since a
 * browser that hangs fails what is asked of it whatever the site does; where that happens more often, it is not the browser.
 */
export class SecondGoes implements Reporter {
  readonly #told: string[] = [];

  /** What is too many counts as failed. */
  get tooMany(): number {
    return Math.max(0, this.#told.length - mostSecondGoes);
  }

  onTestModuleEnd(module: TestModule) {
    for (const test of module.children.allTests()) {
      if (!test.diagnostic()?.flaky) continue;
      const first = test.result().errors?.[0];
      this.#told.push(
        `${module.relativeModuleId}:${first?.stacks?.at(-1)?.line ?? "?"} > ${test.fullName}\n    ${first?.message ?? "no error is known"}`,
      );
    }
  }

  onTestRunEnd() {
    if (this.#told.length === 0) return;
    console.error(
      [`Passed at the second go only (${mostSecondGoes} may, more are failures):`, ...this.#told].join("\n  "),
    );
  }
}
