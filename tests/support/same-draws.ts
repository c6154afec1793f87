import fc from "fast-check";

/** What properties are tried with is drawn alike in every run, so that a change is what a failure comes from; `pnpm test:long` draws anew each time. */
if (process.env["MAPLE_TESTS"] !== "long") fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 410_481 });
