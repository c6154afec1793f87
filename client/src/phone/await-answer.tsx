import { Skeleton } from "antd-mobile";
import type { ReactNode } from "react";
import type { Read } from "../lib/use-read.ts";
import { ProblemSaid } from "./note.tsx";

interface AwaitAnswerProps<Data> {
  read: Read<Data>;
  children: (data: Data) => ReactNode;
}

/** Lines in the place of what is still to come, what went wrong with a way to try again, and what `children` makes of what is known. */
export function AwaitAnswer<Data>({ read: { data, problem, retry }, children }: AwaitAnswerProps<Data>) {
  return (
    <>
      {problem ? <ProblemSaid problem={problem} onRetry={retry} /> : null}
      {data ? children(data) : problem ? null : <Skeleton.Paragraph lineCount={6} animated />}
    </>
  );
}
