import type { ScopedTransaction } from '#src/db/scope.ts';
import { fill } from '#src/languages/fill.ts';
import { inLanguage } from '#src/languages/local-text.ts';
import type { OrganisationRef } from '#src/organisations/contract.ts';
import type { Actor } from '#src/actors/actor.ts';
import type { HoldingView, MyHoldings } from './contract.ts';
import { dateOf, shownDate } from './dates.ts';
import { datumWords, holdingPurposes, holdingWords, sentenceWords } from './holding-words.ts';
import type { HeldItem, Holding } from './holding.ts';
import { organisationRefs } from './organisation-names.ts';
import { ownPersonId } from './own-person.ts';
import { purposeWords } from './purpose-words.ts';
import { listRetentionRules } from './retention-queries.ts';
import { termOf, type RetentionRule, type Term } from './retention.ts';

/** Everything that is held about the person, by holder and term, each in one sentence. */
export async function readHoldings(
  trx: ScopedTransaction,
  actor: Actor,
  holdings: readonly Holding[],
): Promise<MyHoldings> {
  const rules = await listRetentionRules(trx);
  const groups: Group[] = [];
  for (const holding of holdings) {
    const items = await holding.list(trx, actor.personIds);
    groups.push(...grouped(holding, items, rules));
  }
  const refs = await organisationRefs(
    trx,
    groups.map(({ organisationId }) => organisationId),
  );
  const self = await trx
    .selectFrom('person')
    .select(['display_name as displayName', 'language'])
    .where('person_id', '=', ownPersonId(actor))
    .executeTakeFirstOrThrow();
  return {
    personId: ownPersonId(actor),
    displayName: self.displayName,
    language: self.language === 'en' ? 'en' : 'vi',
    holdings: groups.map((group) => present(group, refs.get(group.organisationId)!)),
  };
}

interface Group {
  holding: Holding;
  organisationId: number | null;
  term: Term;
  items: HeldItem[];
}

/** Items that one sentence covers: one holder, one term. */
function grouped(holding: Holding, items: HeldItem[], rules: RetentionRule[]): Group[] {
  const today = dateOf(new Date());
  const groups = new Map<string, Group>();
  for (const item of items) {
    const term = termOf(rules, { ...item, holding: holding.code }, today);
    const key = `${item.organisationId} ${term.until} ${term.months} ${term.obligation?.rule.id}`;
    const group = groups.get(key);
    if (group) group.items.push(item);
    else groups.set(key, { holding, organisationId: item.organisationId, term, items: [item] });
  }
  return [...groups.values()];
}

function present({ holding, term, items }: Group, organisation: OrganisationRef): HoldingView {
  const said = (language: 'vi' | 'en') =>
    [
      fill(sentenceWords.holds[language], {
        organisation: inLanguage(organisation.name, language),
        what: holdingWords[holding.code][language],
        purpose: purposeWords[holdingPurposes[holding.code]][language],
        until: untilWords(term, language),
      }),
      ...(term.obligation
        ? [
            fill(sentenceWords.obliged[language], {
              basis: term.obligation.rule.basis,
              source: term.obligation.rule.source,
            }),
          ]
        : []),
    ].join(' ');
  return {
    holding: holding.code,
    organisation,
    sentence: { vi: said('vi'), en: said('en') },
    purpose: holdingPurposes[holding.code],
    until: term.until,
    obligation: term.obligation && {
      basis: term.obligation.rule.basis,
      source: term.obligation.rule.source,
      until: term.obligation.until,
    },
    items: items.map(({ id, since, endedOn, data }) => ({
      id,
      since,
      endedOn,
      data: data.map(({ label, value }) => ({ code: label, label: datumWords[label], value })),
    })),
  };
}

function untilWords({ until, months }: Term, language: 'vi' | 'en'): string {
  if (until !== null)
    return fill(sentenceWords.until[language], { date: shownDate(until, language) });
  if (months !== null) return fill(sentenceWords.running[language], { months });
  return sentenceWords.endless[language];
}
