/** While a person types, what is behind the door comes in, after all else; a build names the files in the page. */
export function prefetchInside() {
  const files = document.querySelector<HTMLMetaElement>("meta[name=inside]")?.content.split(" ") ?? [];
  for (const href of files) document.head.append(link(href));
}

function link(href: string) {
  const isStyle = href.endsWith(".css");
  const rel = isStyle ? "preload" : "modulepreload";
  const made = Object.assign(document.createElement("link"), { rel, href, fetchPriority: "low", crossOrigin: "" });
  if (isStyle) made.as = "style";
  return made;
}
