interface Settling {
  /** Since when it has not changed. */
  readonly since: Date;
  /** Since when the content has no problems; undefined while it has some. */
  readonly cleanSince: Date | undefined;
  /** Milliseconds for which both must have been as they are. */
  readonly settle: number;
}

/** Whether a change of the content stands: an editor's save and mend within a while is one change. */
export function hasSettled({ since, cleanSince, settle }: Settling, now: Date): boolean {
  if (cleanSince === undefined) return false;
  return now.getTime() - Math.max(since.getTime(), cleanSince.getTime()) >= settle;
}
