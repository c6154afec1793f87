import { announce, type Changes, everything } from "./changes.ts";
import { lineIs } from "./line.ts";

const firstPause = 2000;
const longestPause = 60_000;

/** Changes of this long are told together, so that a busy bureau does not keep every screen reading. */
const breath = 250;

/** Hands on the server's stream of changes until it is told to stop; whatever was missed in between counts as a change of everything. */
export function listenToServer(owner: string) {
  const gathered = gather();
  let source: EventSource | undefined;
  let timer: number | undefined;
  let pause = firstPause;
  let wasDown = false;

  function open() {
    source = new EventSource(`/events?viewer=${owner}`);
    source.addEventListener("message", (event: MessageEvent<string>) =>
      gathered.add(JSON.parse(event.data) as Changes),
    );
    source.addEventListener("open", onOpen);
    source.addEventListener("error", onDown);
  }
  function onOpen() {
    pause = firstPause;
    lineIs(true);
    if (wasDown) announce({ types: [everything] });
    wasDown = false;
  }
  function onDown() {
    wasDown = true;
    lineIs(false);
    if (source?.readyState !== EventSource.CLOSED) return;
    announce({ types: ["Session", "Account"] });
    timer = window.setTimeout(open, pause);
    pause = Math.min(pause * 2, longestPause);
  }

  open();
  return () => {
    window.clearTimeout(timer);
    gathered.stop();
    source?.close();
    // Whoever does not listen misses nothing.
    lineIs(true);
  };
}

function gather() {
  let types = new Set<string>();
  let timer: number | undefined;
  function tell() {
    const told = { types: [...types] };
    [types, timer] = [new Set(), undefined];
    announce(told);
  }
  return {
    add(changes: Changes) {
      for (const type of changes.types) types.add(type);
      timer ??= window.setTimeout(tell, breath);
    },
    stop: () => window.clearTimeout(timer),
  };
}
