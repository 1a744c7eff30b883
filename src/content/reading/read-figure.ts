import { munitions, people, type Figure } from "../../domain/figure.ts";
import { qualifierComplaints, qualifierOf, readAmount } from "./amount.ts";
import { attributionComplaints, toAttribution } from "./attribution.ts";
import { complaint, complaintsOf } from "./complaints.ts";
import { given } from "./given.ts";
import { periodComplaints, toPeriod } from "./period.ts";
import type { Complaint, Path } from "../problem.ts";
import { figureFile, type FigureFields } from "../schema/figure.ts";

interface FigureReading {
  /** Undefined where anything is wrong. */
  readonly figure: Figure | undefined;
  readonly complaints: readonly Complaint[];
}

/** One figure of a story file, judged by itself; `path` is its place in the file. */
export function readFigure(data: unknown, path: Path): FigureReading {
  const parsed = figureFile.safeParse(data);
  if (!parsed.success) {
    return { figure: undefined, complaints: complaintsOf(parsed.error, data, path) };
  }
  const fields = parsed.data;
  const { amount, complaints: amountComplaints } = readAmount(fields);
  const complaints = [
    ...amountComplaints,
    ...(amount === undefined ? [] : qualifierComplaints(amount, fields.qualifier)),
    ...whoComplaints(fields),
    ...attributionComplaints(fields),
    ...periodComplaints(fields),
  ];
  return amount === undefined || complaints.length > 0
    ? {
        figure: undefined,
        complaints: complaints.map((one) => ({ ...one, path: [...path, ...one.path] })),
      }
    : { figure: toFigure(fields, amount), complaints: [] };
}

function whoComplaints({ kind, who }: FigureFields): readonly Complaint[] {
  const allowed: readonly string[] = kind === "munitions" ? munitions : people;
  if (allowed.includes(who)) return [];
  return [complaint(["who"], who, `one of ${allowed.join(", ")} beside kind: ${kind}`)];
}

function toFigure(fields: FigureFields, amount: Figure["amount"]): Figure {
  const { id, kind, who, group, place, scope, basis, of, rate, status, quote } = fields;
  return {
    id,
    kind,
    who,
    ...given({ group }),
    amount,
    qualifier: qualifierOf(amount, fields.qualifier),
    attribution: toAttribution(fields),
    ...given({
      place,
      period: toPeriod(fields.period),
      since: fields.since === undefined ? undefined : String(fields.since),
    }),
    scope,
    basis,
    ...given({ of, componentOf: fields.component_of, sameAs: fields.same_as, rate }),
    status,
    ...given({ quote }),
  };
}
