import type { Command } from "../command.ts";
import { sendPage } from "./page.ts";

export const privacy: Command = {
  name: "privacy",
  access: "read",
  run: (request) => Promise.resolve(sendPage(request, "privacy")),
};
