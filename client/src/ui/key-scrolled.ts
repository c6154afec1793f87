/** The ref of what scrolls and may hold nothing to press: focused, the keys scroll it. */
export function keyScrolled(element: HTMLElement | null) {
  if (!element) return undefined;
  element.tabIndex = 0;
  return () => element.removeAttribute("tabindex");
}
