import type { Amount, Kind } from "../../domain/figure.ts";

/** Millions die or flee; they are not hurt, held or missed: "3.4 million was missing" is money. */
export function isMoney(kind: Kind, amount: Amount): boolean {
  const isOfMany = kind === "killed" || kind === "displaced" || kind === "killed_or_injured";
  return !isOfMany && amount.type === "count" && amount.count >= 1e6;
}
