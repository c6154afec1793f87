import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { Provider } from "urql";
import { makeClient } from "./graphql-client.ts";

interface Session {
  /** Forgets all that was read: another person may be looking from here on. */
  startAnew(): void;
}

const SessionContext = createContext<Session>({ startAnew: () => undefined });
export const useSession = () => useContext(SessionContext);

/** Refusals that mean: go and sign in, or change your password first. */
export function SessionProvider({ onRefusal, children }: { onRefusal: (code: string) => void; children: ReactNode }) {
  const [client, setClient] = useState(() => makeClient(onRefusal));
  const session = useMemo(() => ({ startAnew: () => setClient(makeClient(onRefusal)) }), [onRefusal]);
  return (
    <SessionContext.Provider value={session}>
      <Provider value={client}>{children}</Provider>
    </SessionContext.Provider>
  );
}
