import { botJson } from "../world/message-json.ts";
import { method } from "./method.ts";

export const getMe = method({
  name: "getMe",
  parameters: {},
  run: (telegram) => ({
    ...botJson(telegram.bot),
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: telegram.inlineMode.on,
    can_connect_to_business: false,
    has_main_web_app: false,
  }),
});
