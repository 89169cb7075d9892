import type { FastifyReply, FastifyRequest } from 'fastify';
import { messages } from '#src/messages.ts';
import { Problem } from '#src/errors.ts';
import type { CaseVersion } from '../wire.ts';

type Minor =
  | 'invalid_sort_field'
  | 'invalid_selection_field'
  | 'forbidden'
  | 'unauthorised'
  | 'internal_server_error'
  | 'unknownobject'
  | 'server_busy'
  | 'invalid_uuid';

/** What a request of CASE is refused with: the body is imsx_StatusInfo, whatever went wrong. */
export class CaseFault extends Error {
  readonly status: number;
  readonly minor: Minor;
  constructor(status: number, minor: Minor, description: string) {
    super(description);
    this.status = status;
    this.minor = minor;
  }
}

/** The two versions spell two of the codes differently. */
const SPELT: Readonly<Record<CaseVersion, Partial<Record<Minor, string>>>> = {
  '1.0': { unauthorised: 'unauthorisedrequest', invalid_uuid: 'invaliduuid' },
  '1.1': { unauthorised: 'unauthorised_request' },
};

export function statusInfo(version: CaseVersion, minor: Minor, description: string) {
  return {
    imsx_codeMajor: 'failure',
    imsx_severity: 'error',
    imsx_description: description,
    imsx_codeMinor: {
      imsx_codeMinorField: [
        {
          imsx_codeMinorFieldName: 'TargetEndSystem',
          imsx_codeMinorFieldValue: SPELT[version][minor] ?? minor,
        },
      ],
    },
  };
}

/** Any fault of these routes, in the words of the standard. */
export function replyFault(version: CaseVersion) {
  return (fault: Error, request: FastifyRequest, reply: FastifyReply): void => {
    const known = fault instanceof CaseFault ? fault : translated(fault);
    if (known.status === 500) request.log.error({ err: fault }, 'unexpected fault');
    void reply
      .status(known.status)
      .header('cache-control', 'no-store')
      .type('application/json; charset=utf-8')
      .send(JSON.stringify(statusInfo(version, known.minor, known.message)));
  };
}

function translated(fault: Error): CaseFault {
  const code = fault instanceof Problem ? fault.code : undefined;
  const status =
    code === undefined
      ? ((fault as { statusCode?: number }).statusCode ?? 500)
      : (messages[code].status ?? 500);
  if (status === 404) return new CaseFault(404, 'unknownobject', 'Unknown object.');
  if (status === 401) return new CaseFault(401, 'unauthorised', 'The request is not authorised.');
  if (status === 403) return new CaseFault(403, 'forbidden', 'The request is refused.');
  if (status === 429 || status === 503) {
    return new CaseFault(429, 'server_busy', 'The server is busy; retry later.');
  }
  if (status >= 400 && status < 500) {
    return new CaseFault(400, 'invalid_selection_field', 'The request cannot be read.');
  }
  return new CaseFault(500, 'internal_server_error', 'An unexpected fault happened.');
}
