import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { messages } from '#src/messages.ts';
import { Problem, words } from '#src/errors.ts';
import type { ProblemBody } from './contract.ts';

/** Any fault → RFC 9457 problem+json. What was not thrown on purpose gets a reference and goes to the log. */
export function replyProblem(
  fault: FastifyError | Problem | Error,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const problem = toProblem(fault);
  if (problem.code === 'unexpected-fault') {
    request.log.error({ err: fault, reference: problem.detail.reference }, 'unexpected fault');
  }
  const status = messages[problem.code].status ?? 500;
  const body: ProblemBody = {
    type: `urn:nhip:problem:${problem.code}`,
    code: problem.code,
    status,
    detail: problem.detail,
    words: {
      vi: words(problem.code, problem.detail, 'vi'),
      en: words(problem.code, problem.detail, 'en'),
    },
  };
  void reply
    .status(status)
    .type('application/problem+json')
    .send({ title: STATUS_CODES[status], ...body });
}

function toProblem(fault: FastifyError | Problem | Error): Problem {
  if (fault instanceof Problem) return fault;
  if (hasZodFastifySchemaValidationErrors(fault)) {
    const what = fault.validation
      .map((issue) => `${issue.instancePath} ${issue.message}`)
      .join('; ');
    return new Problem('invalid-request', { what });
  }
  const { statusCode, code, message } = fault as FastifyError;
  if (statusCode === 413) return new Problem('file-too-large', { limit: '1 MB' });
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return new Problem('invalid-request', { what: message });
  }
  if (isDatabaseAway(code, message)) {
    return new Problem(
      'database-unreachable',
      { what: code ?? 'connection lost' },
      { cause: fault },
    );
  }
  if (code === '53100') return new Problem('disk-full', { what: 'PostgreSQL' }, { cause: fault });
  return new Problem('unexpected-fault', { reference: randomUUID().slice(0, 8) }, { cause: fault });
}

/** Connection-level codes of node and SQLSTATE classes 08 (connection) and 57P (shutdown). */
function isDatabaseAway(code: string | undefined, message: string): boolean {
  return (
    ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT'].includes(code ?? '') ||
    /^(08|57P)/.test(code ?? '') ||
    /^(Connection terminated|timeout exceeded when trying to connect)/.test(message)
  );
}
