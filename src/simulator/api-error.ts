/** As in the Bot API's ResponseParameters. */
export interface ErrorParameters {
  readonly retry_after?: number;
  readonly migrate_to_chat_id?: number;
}

/** A refused call: `code` is the HTTP status and `description` the Bot API's whole sentence. */
export class ApiError extends Error {
  readonly code: number;
  readonly parameters: ErrorParameters | undefined;
  /** The caller was told to wait, and did not. */
  readonly early: boolean;

  constructor(code: number, description: string, parameters?: ErrorParameters, early = false) {
    super(description);
    this.code = code;
    this.parameters = parameters;
    this.early = early;
  }
}

export function badRequest(sentence: string, parameters?: ErrorParameters): ApiError {
  return new ApiError(400, `Bad Request: ${sentence}`, parameters);
}

export function forbidden(sentence: string): ApiError {
  return new ApiError(403, `Forbidden: ${sentence}`);
}

export function tooManyRequests(seconds: number, early: boolean): ApiError {
  const parameters = { retry_after: seconds };
  return new ApiError(429, `Too Many Requests: retry after ${seconds}`, parameters, early);
}
