import { type Code, codes } from "../protocol/codes.ts";

const statuses: Partial<Record<Code, number>> = {
  unauthorized: 401,
  token_expired: 401,
  wrong_credentials: 401,
  banned: 403,
  registered_only: 403,
  not_owner: 403,
  no_account: 403,
  email_taken: 409,
  not_a_player: 403,
  lobby_not_found: 404,
  not_found: 404,
  no_such_player: 404,
  lobby_full: 409,
  lobby_locked: 409,
  wrong_phase: 409,
  building: 409,
  busy: 409,
  conflict: 409,
  too_many: 409,
  faulty_file: 422,
  too_long: 413,
  too_fast: 429,
  not_available: 503,
};

/** The HTTP status that goes with a code. */
const statusOf = (code: Code): number => statuses[code] ?? 400;

/** A request that is refused, with the code that says why. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly code: Code;
  readonly status: number;
  readonly fields: Readonly<Record<string, string>> | undefined;

  constructor(code: Code, fields?: Readonly<Record<string, string>>, status = statusOf(code)) {
    super(codes[code]);
    this.code = code;
    this.status = status;
    this.fields = fields;
  }
}

/** The body of a failure. `message` stands outside too, because that is where the SDK looks for a text. */
export const failureBody = ({ code, message, fields }: ApiError) => ({
  error: { code, message, ...(fields === undefined ? {} : { fields }) },
  message: code,
});
