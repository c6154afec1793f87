let isLeaving = false;

/**
 * To the door, which is a document of its own: all that was read goes with this one. What was still being read is refused
 * meanwhile, and leads nowhere else.
 */
export function leaveFor(door: string) {
  if (isLeaving) return;
  isLeaving = true;
  document.body.replaceChildren();
  window.location.replace(door);
}

/** The same address again, for who is there now. */
export function renew() {
  if (isLeaving) return;
  isLeaving = true;
  document.body.replaceChildren();
  window.location.reload();
}

/** A browser may keep a document that was left, and show it again when one goes back. */
window.addEventListener("pageshow", ({ persisted }) => persisted && window.location.reload());
