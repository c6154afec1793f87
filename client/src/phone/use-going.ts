import { useLocation } from "wouter";

/** What a page was come to from within: Back leads there. */
const inside = { state: { inside: true } };

/** To another page, and back to where one came from, or home where the address was opened by itself. */
export function useGoing() {
  const [, navigate] = useLocation();
  return {
    to: (place: string) => navigate(place, inside),
    back: () => {
      const from = window.history.state as { inside?: boolean } | null;
      if (from?.inside) window.history.back();
      else navigate("/", { replace: true });
    },
  };
}
