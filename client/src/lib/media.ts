/**
 * Whether the window fits a media query, as it was last told. The query itself is asked once: who reads its `matches` between a change and
 * the event of it, as a page does that is drawn anew just then, has Chromium take the change for told, and the event never comes.
 */
export function watchMedia(query: string) {
  const list = window.matchMedia(query);
  const watching = new Set<() => void>();
  let fits = list.matches;
  list.addEventListener("change", ({ matches }) => {
    fits = matches;
    watching.forEach((tell) => tell());
  });
  return {
    fits: () => fits,
    watch(tell: () => void) {
      watching.add(tell);
      return () => void watching.delete(tell);
    },
  };
}
