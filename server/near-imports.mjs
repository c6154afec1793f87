import { registerHooks } from "node:module";

// Node looks into a file's package.json at each import of it, and that of this package is so large that this is most of what its import takes.
const ofDrizzle = /\/drizzle-orm\/.+\.js$/;

registerHooks({
  resolve(specifier, context, next) {
    const isNear = specifier.startsWith(".") && specifier.endsWith(".js") && ofDrizzle.test(context.parentURL ?? "");
    if (!isNear) return next(specifier, context);
    return { url: new URL(specifier, context.parentURL).href, format: "module", shortCircuit: true };
  },
});
