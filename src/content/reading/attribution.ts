import type { Attribution } from "../../domain/figure.ts";
import { complaint } from "./complaints.ts";
import { given } from "./given.ts";
import type { Complaint } from "../problem.ts";
import type { FigureFields } from "../schema/figure.ts";

/** Who stands behind a figure; `attributionComplaints` has seen that its fields agree. */
export function toAttribution({ source, via, attribution }: FigureFields): Attribution {
  if (source === undefined) return { type: "none", ...given({ via }) };
  const type = attribution === "inferred" ? "inferred" : "stated";
  return { type, source, ...given({ via }) };
}

export function attributionComplaints({ source, attribution }: FigureFields): readonly Complaint[] {
  if (source !== undefined) {
    return attribution === "none"
      ? [complaint(["attribution"], attribution, "stated or inferred beside a source")]
      : [];
  }
  if (attribution === "none") return [];
  const what =
    attribution === undefined
      ? "an id of sources.yaml, or attribution: none where nobody is named"
      : `an id of sources.yaml beside attribution: ${attribution}`;
  return [complaint(["source"], source, what)];
}
