import { Ajv, type ValidateFunction } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';
import formats from 'ajv-formats';
import { caseSchemas, schemaFile } from './case-packages.ts';

/** The objects that answers of CASE are, each by the name of its endpoint. */
export type Answer =
  | 'CFDocuments'
  | 'CFDocument'
  | 'CFPackage'
  | 'CFItem'
  | 'CFAssociation'
  | 'CFItemAssociations'
  | 'CFConcepts'
  | 'CFSubjects'
  | 'CFItemTypes'
  | 'CFLicense'
  | 'CFAssociationGrouping'
  | 'CFRubric'
  | 'imsx_StatusInfo';

const NAMES_11: Partial<Record<Answer, string>> = {
  CFDocuments: 'cfdocumentset',
  CFItemAssociations: 'cfassociationset',
  CFConcepts: 'cfconceptset',
  CFSubjects: 'cfsubjectset',
  CFItemTypes: 'cfitemtypeset',
};
const NAMES_10: Partial<Record<Answer, string>> = {
  CFDocuments: 'CFDocumentSet',
  CFItemAssociations: 'CFAssociationSet',
  CFConcepts: 'CFConceptSet',
  CFSubjects: 'CFSubjectSet',
  CFItemTypes: 'CFItemTypeSet',
};

/** Says what the official schemas have against an answer; undefined where they are not beside the checkout. */
export function officialJudge():
  ((version: '1.0' | '1.1', answer: Answer, body: unknown) => string[]) | undefined {
  const folder = caseSchemas();
  if (folder === undefined) return undefined;
  const ajv11 = withFormats(new Ajv2019({ strict: false, allErrors: true }));
  const ajv10 = withFormats(new Ajv({ strict: false, allErrors: true }));
  const definitions = mergedDefinitions(schemaFile(folder, 'case-v1p0-swagger.json'));
  const compiled = new Map<string, ValidateFunction>();
  return (version, answer, body) => {
    const name = `${version} ${answer}`;
    const judge =
      compiled.get(name) ??
      (version === '1.1'
        ? ajv11.compile(
            schemaFile(
              folder,
              `case_v1p1_${(NAMES_11[answer] ?? answer).toLowerCase()}-jsonschema1.json`,
            ),
          )
        : ajv10.compile({ $ref: `#/definitions/${NAMES_10[answer] ?? answer}.Type`, definitions }));
    compiled.set(name, judge);
    if (judge(body)) return [];
    return judge.errors!.map(({ instancePath, message, params }) =>
      [instancePath, message, JSON.stringify(params)].join(' '),
    );
  };
}

function withFormats<One extends Ajv>(ajv: One): One {
  (formats as unknown as (ajv: Ajv) => void)(ajv);
  return ajv;
}

type Schema = Record<string, unknown> & {
  properties?: object;
  required?: string[];
  allOf?: Schema[];
};

/**
 * The description of 1.0 extends objects by allOf although each part forbids what is in the other, so that
 * nothing would be valid: the parts are merged, as its own examples mean it.
 */
function mergedDefinitions(swagger: Record<string, unknown>): Record<string, Schema> {
  const definitions = swagger.definitions as Record<string, Schema>;
  return Object.fromEntries(
    Object.entries(definitions).map(([name, schema]) => {
      if (!schema.allOf) return [name, schema];
      const parts = schema.allOf.map((part) =>
        typeof part.$ref === 'string' ? definitions[part.$ref.split('/').at(-1)!]! : part,
      );
      return [
        name,
        {
          type: 'object',
          properties: Object.assign({}, ...parts.map((part) => part.properties)) as object,
          required: parts.flatMap((part) => part.required ?? []),
          additionalProperties: false,
        },
      ];
    }),
  );
}
