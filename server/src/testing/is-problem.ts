import { Problem, type ProblemCode } from '#src/errors.ts';

/** For assert.rejects and assert.throws: the problem of this code; any other fault is shown as it is. */
export function isProblem(code: ProblemCode): (fault: unknown) => true {
  return (fault) => {
    if (fault instanceof Problem && fault.code === code) return true;
    throw fault;
  };
}
