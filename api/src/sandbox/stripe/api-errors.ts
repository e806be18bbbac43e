export type Answer = { status: number; body: unknown };

type Fault = { type: string; message: string; code?: string; param?: string };

/** An error in Stripe's shape. */
export function fault(status: number, error: Fault): Answer {
  return { status, body: { error } };
}

export function invalid(param: string, message: string, code = 'parameter_invalid'): Answer {
  return fault(400, { type: 'invalid_request_error', message, param, code });
}

export function missing(what: string, id: string): Answer {
  return fault(404, {
    type: 'invalid_request_error',
    code: 'resource_missing',
    message: `No such ${what}: '${id}'`,
    param: 'id',
  });
}

export function isAnswer(value: object): value is Answer {
  return 'body' in value && 'status' in value;
}
