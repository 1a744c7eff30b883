/** As in the Bot API's ResponseParameters. */
export interface ErrorParameters {
  readonly retry_after?: number;
  readonly migrate_to_chat_id?: number;
}

/** A refused call: `code` is the HTTP status and `description` the Bot API's whole sentence. */
export class ApiError extends Error {
  readonly code: number;
  readonly parameters: ErrorParameters | undefined;

  constructor(code: number, description: string, parameters?: ErrorParameters) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }
}

export function badRequest(sentence: string, parameters?: ErrorParameters): ApiError {
  return new ApiError(400, `Bad Request: ${sentence}`, parameters);
}

export function forbidden(sentence: string): ApiError {
  return new ApiError(403, `Forbidden: ${sentence}`);
}

export function tooManyRequests(seconds: number): ApiError {
  return new ApiError(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
}
