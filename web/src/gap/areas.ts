import { FrameworkTree, type CompetencyRef } from '@nhip/server/frameworks/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { reading } from '../api.ts';
import { useLocalText } from '../language.ts';

/** The areas of some competencies as choices of a list, by name; the code until the names are here. */
export function useAreas(competencies: CompetencyRef[]): { value: string; label: string }[] {
  const localText = useLocalText();
  const frameworks = useQuery(reading(z.array(FrameworkTree), '/api/frameworks')).data ?? [];
  const named = new Map(
    frameworks
      .flatMap((framework) => framework.areas)
      .map(({ competency }) => [competency.code, localText(competency.label)]),
  );
  const codes = new Set(competencies.flatMap(({ areaCode }) => areaCode ?? []));
  return [...codes]
    .map((value) => ({ value, label: named.get(value) ?? value }))
    .sort((one, other) => one.label.localeCompare(other.label, 'vi'));
}
