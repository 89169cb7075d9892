import type { CompetencyKind } from '@nhip/server/frameworks/contract.ts';
import {
  IconBook,
  IconBriefcase,
  IconCertificate,
  IconChecklist,
  IconFolder,
  IconHeart,
  IconStar,
  IconTool,
} from '@tabler/icons-react';
import { useMessages } from '../language.ts';
import { frameworkMessages } from './messages.ts';

export const kindIcons = {
  area: IconFolder,
  competency: IconStar,
  knowledge: IconBook,
  skill: IconStar,
  attitude: IconHeart,
  task: IconChecklist,
  tool: IconTool,
  credential: IconCertificate,
};

/** Of occupations, work roles and their groups. */
export const roleIcon = IconBriefcase;

/** The kind of a competency as an icon with its word. */
export function KindIcon({ kind }: { kind: CompetencyKind }) {
  const t = useMessages(frameworkMessages);
  const Icon = kindIcons[kind];
  return <Icon size={16} role="img" aria-label={t(`kind.${kind}`)} />;
}
