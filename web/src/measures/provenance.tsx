import type { Measure } from '@nhip/server/measures/contract.ts';
import { formatDateTime } from '../format.ts';
import { useLanguage, useMessages } from '../language.ts';
import { useFigures } from '../ui/figures.tsx';
import { measureMessages } from './messages.ts';
import styles from './provenance.module.css';
import { knownInput, knownParameter, knownUnit } from './words.ts';

/** Everything needed to compute the same figure again. */
export function Provenance({ measure }: { measure: Measure }) {
  const t = useMessages(measureMessages);
  const f = useFigures();
  const language = useLanguage();
  const unit = knownUnit(measure.unit);
  const period = { from: measure.periodFrom, to: measure.periodTo };
  return (
    <section>
      <h2>{t('provenance')}</h2>
      <dl className={`${styles.facts} figures`}>
        <dt>{t('fact.period')}</dt>
        <dd>{period.from || period.to ? f.period(period) : t('fact.noPeriod')}</dd>
        {measure.n !== null && (
          <>
            <dt>{t('fact.n')}</dt>
            <dd>{f.number(measure.n)}</dd>
          </>
        )}
        <dt>{t('fact.unit')}</dt>
        <dd>{unit ? t(`unit.${unit}`) : measure.unit}</dd>
        <dt>{t('fact.parameters')}</dt>
        <dd>
          <Parameters parameters={measure.parameters} />
        </dd>
        <dt>{t('fact.watermark')}</dt>
        <dd>
          <ul>
            {Object.entries(measure.inputWatermark).map(([name, revision]) => {
              const input = knownInput(name);
              return (
                <li key={name}>
                  {input ? t(`input.${input}`) : name}: {f.number(revision)}
                </li>
              );
            })}
          </ul>
        </dd>
        <dt>{t('fact.computedAt')}</dt>
        <dd>{formatDateTime(measure.computedAt, language)}</dd>
        <dt>{t('fact.code')}</dt>
        <dd>{measure.codeVersion}</dd>
        <dt>{t('fact.id')}</dt>
        <dd>{measure.id}</dd>
      </dl>
    </section>
  );
}

function Parameters({ parameters }: { parameters: Measure['parameters'] }) {
  const t = useMessages(measureMessages);
  const written = (value: unknown) => {
    if (value === null || value === undefined) return t('none');
    if (value === 'unknown') return t('unknown');
    // Ids and seeds are names, not quantities: they are never grouped into thousands.
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  };
  return (
    <ul>
      {Object.entries(parameters).map(([name, value]) => {
        const parameter = knownParameter(name);
        return (
          <li key={name}>
            {parameter ? t(`parameter.${parameter}`) : name}: {written(value)}
          </li>
        );
      })}
    </ul>
  );
}
