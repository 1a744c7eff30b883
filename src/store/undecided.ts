/** The states of an alert or a correction that has neither gone out nor been dropped. */
export const undecidedStates = ["settling", "asking", "confirmed"] as const;
