import { createElement, Fragment } from "react";

const days = /(\d{4}-\d\d-\d\d)/;

const whole = (day: string) => <span className="date">{day}</span>;

/** Words with days in them, of which a line ends before one or after it. */
export const WholeDays = ({ text }: { text: string }) =>
  createElement(Fragment, null, ...text.split(days).map((part, place) => (place % 2 === 0 ? part : whole(part))));
