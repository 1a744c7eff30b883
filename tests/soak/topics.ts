export const topics = ["north", "south", "east", "west", "coast", "desert"] as const;

/** Stories that are there from the beginning and stay as they are. */
export const lastingStories = 18;
