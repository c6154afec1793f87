import type { Page } from "playwright-core";

/** What stays in its place while the rest of a box scrolls, and is drawn over by something that scrolls away under it. */
export const coveredFindings = (page: Page): Promise<string[]> => page.evaluate<string[]>(`(${findCovered})()`);

const findCovered = `() => {
  const isSticky = (element) => getComputedStyle(element).position === "sticky";
  const within = (element, is) => { for (let each = element; each; each = each.parentElement) if (is(each)) return each; };
  const scrolls = (element) => /auto|scroll/.test(getComputedStyle(element).overflow);
  const pointsOf = ({ left, top, width, height }) =>
    [0.1, 0.3, 0.5, 0.7, 0.9].flatMap((x) => [0.25, 0.5, 0.75].map((y) => [left + width * x, top + height * y]));
  const found = new Set();
  for (const element of document.querySelectorAll("body *")) {
    if (!isSticky(element)) continue;
    const box = within(element.parentElement, scrolls);
    for (const [x, y] of pointsOf(element.getBoundingClientRect())) {
      const above = document.elementFromPoint(x, y);
      if (!above || element.contains(above) || above.contains(element)) continue;
      if (box && !box.contains(above)) continue;
      if (within(above, isSticky)) continue;
      found.add("covered: " + element.outerHTML.slice(0, 120) + " by " + above.outerHTML.slice(0, 120));
    }
  }
  return [...found];
}`;
