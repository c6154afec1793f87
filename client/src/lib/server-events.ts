import { announce, type Changes, everything } from "./changes.ts";

const firstPause = 2000;
const longestPause = 60_000;

/** Hands on the server's stream of changes until it is told to stop; whatever was missed in between counts as a change of everything. */
export function listenToServer() {
  let source: EventSource | undefined;
  let timer: number | undefined;
  let pause = firstPause;
  let wasDown = false;

  function open() {
    source = new EventSource("/events");
    source.addEventListener("message", (event: MessageEvent<string>) => announce(JSON.parse(event.data) as Changes));
    source.addEventListener("open", onOpen);
    source.addEventListener("error", onDown);
  }
  function onOpen() {
    pause = firstPause;
    if (wasDown) announce({ types: [everything], ids: [] });
    wasDown = false;
  }
  function onDown() {
    wasDown = true;
    if (source?.readyState !== EventSource.CLOSED) return;
    announce({ types: ["Session", "Account"], ids: [] });
    timer = window.setTimeout(open, pause);
    pause = Math.min(pause * 2, longestPause);
  }

  open();
  return () => {
    window.clearTimeout(timer);
    source?.close();
  };
}
