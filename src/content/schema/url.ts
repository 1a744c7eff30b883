import * as z from "zod";

const aUrl = "a web address that begins with https:// or http://";

/** A web address without a user name or password, and with nothing invisible in it. */
export const url = z
  .string(aUrl)
  .check(({ value, issues }) => {
    const message = urlFlaw(value);
    if (message !== undefined) issues.push({ code: "custom", message, input: value });
  })
  .meta({ pattern: "^https?://", maxLength: 2048 });

function urlFlaw(value: string): string | undefined {
  if (!/^https?:\/\/[^/?#]/.test(value) || !URL.canParse(value)) return aUrl;
  if (value.length > 2048) return "at most 2048 characters";
  if (/[\s\p{C}"<>\\^`{|}]/u.test(value)) {
    return 'a web address without spaces, invisible characters or any of "<>\\^`{|}';
  }
  const { username, password } = new URL(value);
  return username === "" && password === "" ? undefined : "a web address without a user name";
}
