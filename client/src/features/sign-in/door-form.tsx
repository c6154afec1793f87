import { type FormEvent, type ReactNode, useRef } from "react";
import type { Problem } from "../../lib/problem.ts";
import { DoorNote } from "./door-note.tsx";

interface DoorFormProps {
  problem: Problem | undefined;
  running: boolean;
  submit: string;
  /** Given the fields by name. */
  onSubmit: (values: Record<string, string>, form: HTMLFormElement) => Promise<void>;
  children: ReactNode;
}

export function DoorForm({ problem, running, submit, onSubmit, children }: DoorFormProps) {
  const isSending = useRef(false);
  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isSending.current) return;
    isSending.current = true;
    const form = event.currentTarget;
    try {
      await onSubmit(Object.fromEntries(new FormData(form)) as Record<string, string>, form);
    } finally {
      isSending.current = false;
    }
  }
  return (
    <form method="post" noValidate onSubmit={(event) => void send(event)}>
      <DoorNote problem={problem} />
      {children}
      <button type="submit" className="door-submit" aria-busy={running} aria-disabled={running}>
        {submit}
      </button>
    </form>
  );
}
