/** Why a page was not fetched, in words for the editor. */
export class FetchError extends Error {}
