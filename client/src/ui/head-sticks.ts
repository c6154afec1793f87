/** The ref of what a table scrolls in sideways: where it need not, the head of the table sticks to the top of the page. */
export function headSticks(element: HTMLElement | null) {
  if (!element || typeof ResizeObserver === "undefined") return undefined;
  const look = () => {
    const table = element.firstElementChild;
    element.classList.toggle("data-table-fits", table !== null && table.scrollWidth <= element.clientWidth);
  };
  const observer = new ResizeObserver(look);
  observer.observe(element);
  if (element.firstElementChild) observer.observe(element.firstElementChild);
  return () => observer.disconnect();
}
