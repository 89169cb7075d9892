import { frameworkMessages } from '../frameworks/messages.ts';
import { useMessages } from '../language.ts';

const known = [
  ...([
    'area',
    'competency',
    'knowledge',
    'skill',
    'attitude',
    'task',
    'tool',
    'credential',
  ] as const),
  ...(['group', 'occupation', 'work-role', 'role-profile', 'job-position'] as const),
];

/** The word for the kind of a competency or a role. */
export function useKindName(): (kind: string) => string {
  const t = useMessages(frameworkMessages);
  return (kind) => {
    const found = known.find((one) => one === kind);
    return found ? t(`kind.${found}`) : kind;
  };
}
