import type { OrganisationDetail, Unit } from '@nhip/server/organisations/contract.ts';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLanguage, useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { PageState } from '../ui/page-state.tsx';
import { EndUnitForm } from './end-unit-form.tsx';
import { organisationMessages } from './messages.ts';
import { units } from './organisations-api.ts';
import styles from './organisations.module.css';
import { UnitForm } from './unit-form.tsx';
import { unitOrder } from './unit-order.ts';

export interface UnitAct {
  /** undefined: a new unit */
  unit?: Unit;
  ending?: boolean;
}

export function UnitsPart({ organisation }: { organisation: OrganisationDetail }) {
  const t = useMessages(organisationMessages);
  const query = useQuery(units(organisation.id));
  const [act, setAct] = useState<UnitAct>();
  const { id, may } = organisation;
  const close = () => setAct(undefined);
  return (
    <section>
      <div className={styles.head}>
        <h2>{t('units.title')}</h2>
        {may.manageMembers && !act && (
          <ActionButton icon={IconPlus} onClick={() => setAct({})}>
            {t('units.add')}
          </ActionButton>
        )}
      </div>
      <PageState query={query}>
        {(all) => {
          const standing = all.filter(({ ended }) => !ended);
          return (
            <>
              {act?.unit && act.ending && (
                <EndUnitForm organisationId={id} unit={act.unit} all={standing} onClose={close} />
              )}
              {act && !act.ending && (
                <UnitForm
                  key={act.unit?.id}
                  organisationId={id}
                  before={act.unit}
                  all={standing}
                  onClose={close}
                />
              )}
              {standing.length === 0 ? (
                <p className="muted">{t('units.none')}</p>
              ) : (
                <ul className={styles.lines}>
                  {unitOrder(standing).map(({ unit, depth }) => (
                    <UnitLine
                      key={unit.id}
                      unit={unit}
                      depth={depth}
                      onAct={may.manageMembers ? setAct : undefined}
                    />
                  ))}
                </ul>
              )}
            </>
          );
        }}
      </PageState>
    </section>
  );
}

function UnitLine(props: { unit: Unit; depth: number; onAct?: (act: UnitAct) => void }) {
  const t = useMessages(organisationMessages);
  const language = useLanguage();
  const { unit, depth, onAct } = props;
  const name = language === 'en' ? (unit.nameEn ?? unit.name) : unit.name;
  return (
    <li className={styles.unit} style={{ paddingLeft: `${depth * 22}px` }}>
      <span>
        {name}{' '}
        {unit.members !== null && (
          <span className="muted small">{t('units.people', { count: unit.members })}</span>
        )}
      </span>
      {onAct && (
        <span className={styles.actions}>
          <ActionButton
            compact
            quiet
            aria-label={t('units.changeOf', { name })}
            onClick={() => onAct({ unit })}
          >
            {t('units.change')}
          </ActionButton>
          <ActionButton
            compact
            quiet
            aria-label={t('units.endOf', { name })}
            onClick={() => onAct({ unit, ending: true })}
          >
            {t('units.end')}
          </ActionButton>
        </span>
      )}
    </li>
  );
}
