import { Skeleton } from "antd";
import { Fragment, type ReactNode } from "react";
import type { Read } from "../lib/use-read.ts";
import { EmptyNote } from "./empty-note.tsx";
import { ProblemNote } from "./problem-note.tsx";
import { SideDrawer } from "./side-drawer.tsx";
import { useRemembered } from "./use-remembered.ts";

interface DetailsDrawerProps<Data, Details extends { id: string }> {
  /** From the address: what is open, or nothing. */
  open: string | undefined;
  onClose: () => void;
  /** What was asked about what is open. */
  read: Read<Data> & { isAnswer: boolean };
  find: (data: Data) => Details | null | undefined;
  renderTitle: (details: Details) => ReactNode;
  /** The title until it is known. */
  one: string;
  /** Said where there is no such thing, or none that the viewer may see. */
  gone: string;
  width?: number;
  children: (details: Details, data: Data) => ReactNode;
}

/** All about one row of a list. It shows nothing of the one that was open before; as it closes, it keeps what it shows. */
export function DetailsDrawer<Data, Details extends { id: string }>(props: DetailsDrawerProps<Data, Details>) {
  const { open, read, find, one, gone } = props;
  const data = open === undefined || read.isAnswer ? read.data : undefined;
  const details = data && find(data);
  useRemembered(details);
  return (
    <SideDrawer
      open={open}
      width={props.width}
      title={details ? props.renderTitle(details) : one}
      onClose={props.onClose}
    >
      {data && details ? (
        <Fragment key={details.id}>
          {read.problem ? <ProblemNote problem={read.problem} onRetry={read.retry} /> : null}
          {props.children(details, data)}
        </Fragment>
      ) : data ? (
        <EmptyNote title={gone} />
      ) : read.problem ? (
        <ProblemNote problem={read.problem} onRetry={read.retry} />
      ) : (
        <Skeleton active title={false} paragraph={{ rows: 6 }} />
      )}
    </SideDrawer>
  );
}
