import { Fault, type FaultCode } from './graphql.ts';

/** A file that the server would not take, in its own words. */
type RefusedFile = { code: string; message: string };
export type Sent<Result> = { done: Result } | { refusal: RefusedFile };

const refusals = new Set([413, 422, 503]);

/** Sends one file as the body of a request; tells how far it is, from 0 to 1. Throws a Fault. */
export function upload<Result>(
  url: string,
  file: File,
  onProgress: (share: number) => void = () => undefined,
): Promise<Sent<Result>> {
  return new Promise((resolve, reject) => {
    // fetch cannot say how much has left yet.
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ lengthComputable, loaded, total }) => {
      if (lengthComputable) onProgress(loaded / total);
    });
    request.addEventListener('error', () => reject(new Fault('UNREACHABLE', 'No answer.')));
    request.addEventListener('load', () => {
      const answer = request.response as (Result & Partial<RefusedFile>) | null;
      if (request.status === 201 && answer) return resolve({ done: answer });
      const { code = 'INTERNAL_SERVER_ERROR', message = 'No answer.' } = answer ?? {};
      if (refusals.has(request.status) && answer?.message) return resolve({ refusal: { code, message } });
      return reject(new Fault(code as FaultCode, message, request.getResponseHeader('x-request-id')));
    });
    request.send(file);
  });
}
