import type { Command } from "../command.ts";
import { sendPage } from "./page.ts";

export const about: Command = {
  name: "about",
  access: "read",
  run: (request) => Promise.resolve(sendPage(request, "about")),
};
