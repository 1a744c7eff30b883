import type { Figure } from "../../domain/figure.ts";
import { complaint, conflict } from "../reading/complaints.ts";
import { suggestion } from "../reading/nearest.ts";
import type { Complaint } from "../problem.ts";
import { lowerBound, upperBound } from "./bounds.ts";
import { circular } from "./circles.ts";

type Relation = "of" | "componentOf";

const fieldOf: Readonly<Record<Relation, string>> = { of: "of", componentOf: "component_of" };

/**
 * What is wrong between the figures of one story, in their places in the file. A figure that is
 * wrong in itself is undefined; its id among `ids` may still be referred to.
 */
export function partComplaints(
  figures: readonly (Figure | undefined)[],
  ids: readonly unknown[],
): readonly Complaint[] {
  const known = new Set(ids.filter((id) => typeof id === "string"));
  const byId = new Map(
    figures.flatMap((figure) => (figure === undefined ? [] : [[figure.id, figure]])),
  );
  return [
    ...eachFigure(figures, (figure, index) => [
      ...referenceComplaints(figure, index, known),
      ...wholeComplaints(figure, index, byId),
    ]),
    ...circleComplaints(figures),
    ...sumComplaints(figures, byId),
  ];
}

function eachFigure(
  figures: readonly (Figure | undefined)[],
  judge: (figure: Figure, index: number) => readonly Complaint[],
): readonly Complaint[] {
  return figures.flatMap((figure, index) => (figure === undefined ? [] : judge(figure, index)));
}

function referenceComplaints(
  figure: Figure,
  index: number,
  known: ReadonlySet<string>,
): readonly Complaint[] {
  const local = figure.sameAs?.includes("/") === true ? undefined : figure.sameAs;
  const references = { of: figure.of, component_of: figure.componentOf, same_as: local };
  return Object.entries(references).flatMap(([field, id]) => {
    if (id === undefined || (known.has(id) && id !== figure.id)) return [];
    const others = [...known].filter((other) => other !== figure.id);
    const what = `the id of another figure of this story${suggestion(id, others)}`;
    return [complaint(["figures", index, field], id, what)];
  });
}

function wholeComplaints(
  figure: Figure,
  index: number,
  byId: ReadonlyMap<string, Figure>,
): readonly Complaint[] {
  const whole = figure.of === undefined ? undefined : byId.get(figure.of);
  if (whole === undefined || whole === figure) return [];
  const path = ["figures", index, "of"];
  if (figure.kind !== whole.kind) {
    return [
      conflict(
        path,
        `${whole.id}: expected a figure of the same kind: a part is ${figure.kind}, its whole ${whole.kind}`,
      ),
    ];
  }
  const [least, most] = [lowerBound(figure), upperBound(whole)];
  return least > most && isTold(figure) && isTold(whole)
    ? [
        conflict(
          path,
          `${whole.id}: expected a whole of at least ${least}, as its part ${figure.id} says, found at most ${most}`,
        ),
      ]
    : [];
}

function isTold(figure: Figure): boolean {
  return figure.status !== "retracted";
}

function circleComplaints(figures: readonly (Figure | undefined)[]): readonly Complaint[] {
  const present = figures.filter((figure) => figure !== undefined);
  const edges = new Map(
    present.map(({ id, of, componentOf }) => [
      id,
      [of, componentOf].filter((whole) => whole !== undefined).filter((whole) => whole !== id),
    ]),
  );
  const inCircles = new Set(circular(edges));
  return eachFigure(figures, (figure, index) => {
    if (!inCircles.has(figure.id)) return [];
    const relation: Relation = figure.of === undefined ? "componentOf" : "of";
    const path = ["figures", index, fieldOf[relation]];
    return [
      complaint(
        path,
        figure[relation],
        `a figure that is not, in a circle, a part of ${figure.id}`,
      ),
    ];
  });
}

function sumComplaints(
  figures: readonly (Figure | undefined)[],
  byId: ReadonlyMap<string, Figure>,
): readonly Complaint[] {
  return eachFigure(figures, (sum, index) => {
    const components = [...byId.values()].filter(
      (figure) => figure.componentOf === sum.id && figure !== sum && isTold(figure),
    );
    const least = components.reduce((total, figure) => total + lowerBound(figure), 0);
    const most = upperBound(sum);
    if (least <= most || !isTold(sum)) return [];
    const names = components.map(({ id }) => id).join(", ");
    return [
      conflict(
        ["figures", index],
        `${sum.id}: expected a sum of at least ${least}, as its components (${names}) say, found at most ${most}`,
      ),
    ];
  });
}
