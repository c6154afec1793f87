import { type ReactNode, useId } from "react";

interface CardProps {
  title: string;
  /** The figure that tells whether one needs to look. */
  figure?: ReactNode;
  link?: ReactNode;
  children?: ReactNode;
}

export function Card({ title, figure, link, children }: CardProps) {
  const id = useId();
  return (
    <section className="card" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {figure === undefined ? null : <span className="figure">{figure}</span>}
        {link}
      </header>
      {children}
    </section>
  );
}
