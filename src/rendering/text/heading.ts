import type { Language } from "../../domain/language.ts";
import type { Html } from "./html.ts";

/** What stands above a list, in each language that it is written in. */
export type Heading = (language: Language) => Html;
