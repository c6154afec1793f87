import { useEffect, useEffectEvent } from "react";
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import type { Paper } from "../../lib/files.ts";
import { pageLayout } from "./page-layout.ts";
import { pageStyle } from "./page-style.ts";
import "./paper.css";

interface PrintingProps {
  paper: Paper;
  onDone: () => void;
}

/** Seen on paper alone, in place of the page: the browser is asked to print it, and it is gone when that is over. */
export function Printing({ paper, onDone }: PrintingProps) {
  const { t } = useTranslation("list-tools");
  const { caption, unit, maker, day, sheets, notes } = paper;
  const { isLandscape, fontSize, widths } = pageLayout(sheets);
  const done = useEffectEvent(onDone);
  useEffect(() => {
    const end = () => done();
    window.addEventListener("afterprint", end);
    window.print();
    return () => window.removeEventListener("afterprint", end);
  }, []);
  const mark = [unit, caption, maker, day].join(" · ");
  const foot = t("print.page", { page: "\0", pages: "\0" }).split("\0");
  return createPortal(
    <div className="paper" style={{ fontSize: `${fontSize}pt` }}>
      <style>
        {`@media print { @page { size: A4 ${isLandscape ? "landscape" : "portrait"}; margin: 12mm 12mm 16mm; font-size: 9px } }`}
        {pageStyle(mark, foot)}
      </style>
      {sheets.map(({ title, columns, rows }, sheet) => (
        <section key={title} className="paper-sheet">
          <h1>
            {title || unit} {caption}
          </h1>
          <p className="paper-facts">
            <span>{t("print.maker", { name: maker })}</span>
            <span>{t("print.day", { day })}</span>
            <span>{t("print.rows", { rows: rows.length })}</span>
          </p>
          {notes.map((note) => (
            <p key={note} className="paper-note">
              {note}
            </p>
          ))}
          <table>
            <colgroup>
              {widths[sheet]!.map((width, index) => (
                <col key={columns[index]} style={{ width: `${width}%` }} />
              ))}
            </colgroup>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row[0]}>
                  {row.map((cell, index) => (
                    <td key={columns[index]} className={typeof cell === "number" ? "numeric" : undefined}>
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </div>,
    document.body,
  );
}
