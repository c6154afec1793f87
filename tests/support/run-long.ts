/** The suites that try everything, whole: hours of a server's life in half an hour. */
process.env["MAPLE_TESTS"] = "long";
if (process.argv.length === 2) process.argv.push("tests/isolation");
await import("./run.ts");
