/** A request of the page or of a test that makes no sense in this world. */
export class WorldError extends Error {}
