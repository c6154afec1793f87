import type { Plugin, Rolldown } from "vite";

type Chunk = Rolldown.OutputChunk;

/** The page names the files of these modules and of all that they import, for whoever fetches them ahead (prefetch-inside.ts). */
export const nameInside = (modules: readonly string[]): Plugin => ({
  name: "name-inside",
  apply: "build",
  transformIndexHtml: {
    order: "post",
    handler(html, { bundle = {} }) {
      const chunks = Object.values(bundle).filter((file): file is Chunk => file.type === "chunk");
      const content = filesOf(chunks, modules, html).join(" ");
      return [{ tag: "meta", attrs: { name: "inside", content }, injectTo: "head" }];
    },
  },
});

function filesOf(chunks: readonly Chunk[], modules: readonly string[], html: string) {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const files = new Set<string>();
  function collect(chunk: Chunk | undefined) {
    if (!chunk || files.has(chunk.fileName)) return;
    files.add(chunk.fileName);
    for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style);
    for (const name of chunk.imports) collect(byName.get(name));
  }
  for (const module of modules) {
    const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(module));
    if (!chunk) throw new Error(`${module} has no chunk of its own that could be fetched ahead.`);
    collect(chunk);
  }
  return [...files].map((name) => `/${name}`).filter((address) => !html.includes(address));
}
