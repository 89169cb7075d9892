import type { FastifySchemaValidationError } from 'fastify';
import type { Language } from '#src/errors.ts';
import { VALIDATION_WORDS } from './validation-words.ts';

/** What a reader needs to correct a request: each field with its reason, in both languages. */
export function invalidFields(
  issues: readonly FastifySchemaValidationError[],
  context = 'body',
): { 'what.vi': string; 'what.en': string } {
  const inLanguage = (language: Language) =>
    issues.map((issue) => `${fieldOf(issue, context)} ${reason(issue, language)}`).join('; ');
  return { 'what.vi': inLanguage('vi'), 'what.en': inLanguage('en') };
}

function fieldOf({ instancePath }: FastifySchemaValidationError, context: string): string {
  return instancePath.replace(/^\//, '').replaceAll('/', '.') || context;
}

function reason(issue: FastifySchemaValidationError, language: Language): string {
  const details: Record<string, unknown> = issue.params;
  return VALIDATION_WORDS[ruleOf(issue)][language].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = details[name];
    return value === undefined ? whole : Array.isArray(value) ? value.join(', ') : String(value);
  });
}

/** The codes are Zod's. */
function ruleOf({ keyword, params }: FastifySchemaValidationError): keyof typeof VALIDATION_WORDS {
  const ofNumber = params.origin === 'number' || params.origin === 'int';
  switch (keyword) {
    case 'invalid_type':
      return 'type';
    case 'too_small':
      return !ofNumber ? 'least-length' : params.inclusive === false ? 'above' : 'least';
    case 'too_big':
      return ofNumber ? 'most' : 'most-length';
    case 'invalid_format':
      return 'format';
    case 'invalid_value':
      return 'choice';
    default:
      return 'other';
  }
}
