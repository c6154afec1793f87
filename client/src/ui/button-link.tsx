import { createLink } from "@tanstack/react-router";
import { Button } from "antd";

/** A way to another page that stands among buttons. */
export const ButtonLink = createLink(Button);
