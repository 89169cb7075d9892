import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { messages } from '#src/messages.ts';
import { Problem, words } from '#src/errors.ts';
import { databaseProblem } from '#src/db/database-problem.ts';
import type { ProblemBody } from './contract.ts';
import { invalidFields } from './invalid-fields.ts';
import { VALIDATION_WORDS } from './validation-words.ts';

/** Any fault → RFC 9457 problem+json. What was not thrown on purpose gets a reference and goes to the log. */
export function replyProblem(
  fault: FastifyError | Problem | Error,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const problem = toProblem(fault, request.routeOptions?.bodyLimit);
  if (problem.code === 'unexpected-fault') {
    request.log.error({ err: fault, reference: problem.detail.reference }, 'unexpected fault');
  }
  const body = problemBody(problem);
  void reply.status(body.status).type('application/problem+json').send(body);
}

/** What leaves for a problem; a route that has more to say adds members of its own (RFC 9457, 3.2). */
export function problemBody(problem: Problem): ProblemBody & { title: string | undefined } {
  const status = messages[problem.code].status ?? 500;
  return {
    title: STATUS_CODES[status],
    type: `urn:nhip:problem:${problem.code}`,
    code: problem.code,
    status,
    detail: problem.detail,
    words: {
      vi: words(problem.code, problem.detail, 'vi'),
      en: words(problem.code, problem.detail, 'en'),
    },
  };
}

function toProblem(fault: FastifyError | Problem | Error, bodyLimit = 2 ** 20): Problem {
  if (fault instanceof Problem) return fault;
  if (hasZodFastifySchemaValidationErrors(fault)) {
    const { validationContext } = fault as FastifyError;
    return new Problem('invalid-request', invalidFields(fault.validation, validationContext));
  }
  const { statusCode, code, message } = fault as FastifyError;
  if (statusCode === 413) {
    return new Problem('file-too-large', { limit: `${Math.floor(bodyLimit / 2 ** 20)} MB` });
  }
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return new Problem('invalid-request', { what: NAMED[code] ?? message });
  }
  if (UNSTORABLE.has(code)) return new Problem('invalid-request', UNSTORABLE_VALUE);
  return (
    databaseProblem(fault, 'PostgreSQL') ??
    new Problem('unexpected-fault', { reference: randomUUID().slice(0, 8) }, { cause: fault })
  );
}

/** What Fastify refuses by itself, named without a sentence in English. */
const NAMED: Record<string, string> = {
  FST_ERR_BAD_URL: 'URL',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'Content-Type',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'Content-Length',
  FST_ERR_CTP_INVALID_JSON_BODY: 'JSON',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'JSON',
};

/** SQLSTATEs of values that fit the shape of a request and still no column: out of range, U+0000. */
const UNSTORABLE = new Set(['22003', '22021', '22P05']);
const UNSTORABLE_VALUE = {
  'what.vi': VALIDATION_WORDS.unstorable.vi,
  'what.en': VALIDATION_WORDS.unstorable.en,
};
