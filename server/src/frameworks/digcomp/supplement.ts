/** What the data supplement of DigComp says, whichever of its two official files it was read from. */
export interface Supplement {
  areas: Entry[];
  competences: (Entry & { area: string })[];
  levels: LevelEntry[];
  statements: Statement[];
  outcomes: (Statement & { type: string })[];
  glossary: { term: string; explanation: string }[];
  /** records that are none of these, or lack what makes one */
  other: unknown[];
}

export interface Entry {
  code: string;
  name: string;
  description: string;
}

export interface Statement {
  code: string;
  description: string;
  competence: string;
  /** the name of one of the four levels */
  level: string;
  aiLabel: string;
}

export interface LevelEntry {
  four: string;
  eight: number;
  six: string;
  fourDescription: string;
  eightDescription: string;
  appliesTo: string;
}

export const FORMAT = 'digcomp';

export const nothing = (): Supplement => ({
  ...{ areas: [], competences: [], levels: [], statements: [], outcomes: [], glossary: [] },
  other: [],
});
