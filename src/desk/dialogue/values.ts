/** Stands for nobody among the ids of sources, and for no tie; no id has such a sign. */
export const nobody = "-";

/** How certain it is that the source said so. */
export const certainties = { stated: "+", inferred: "~" } as const;
