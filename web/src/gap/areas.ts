import { CompetencyArea, type CompetencyRef } from '@nhip/server/frameworks/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { reading } from '../api.ts';
import { useLocalText } from '../language.ts';

/** The areas of some competencies as choices of a list, by name; the code until the names are here. */
export function useAreas(competencies: CompetencyRef[]): { value: string; label: string }[] {
  const localText = useLocalText();
  const areas = useQuery(reading(z.array(CompetencyArea), '/api/competencies')).data ?? [];
  const named = new Map(
    areas.map(({ competency }) => [competency.code, localText(competency.label)]),
  );
  const codes = new Set(competencies.flatMap(({ areaCode }) => areaCode ?? []));
  return [...codes]
    .map((value) => ({ value, label: named.get(value) ?? value }))
    .sort((one, other) => one.label.localeCompare(other.label, 'vi'));
}
