/** A picture that Telegram keeps. */
export interface PictureTable {
  /** SHA-256 of the picture's data, as base64url. */
  readonly key: string;
  /** Telegram's own, good for this bot only. */
  readonly file_id: string;
  readonly at: number;
}
