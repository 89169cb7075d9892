import type { Ladder } from '@nhip/server/frameworks/levels/contract.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useMessages } from '../../language.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Form, SubmitButton, type Faults, type Values } from '../../ui/form/form.tsx';
import { FormSelect, FormText } from '../../ui/form/text-field.tsx';
import { useWords } from '../words.tsx';
import type { Ladders, Names } from './equating-sentence.ts';
import { addEquating, levelsAddress } from './levels-api.ts';
import styles from './levels.module.css';
import { levelMessages } from './messages.ts';

/** A new equating between the two scales in sight; where one is a qualification it can only be 'typical'. */
export default function EquatingForm(props: {
  code: string;
  ladders: Ladders;
  names: Names;
  onDone: (words?: string) => void;
}) {
  const { ladders, names } = props;
  const t = useMessages(levelMessages);
  const client = useQueryClient();
  const mixed = ladders.left.kind !== ladders.right.kind;
  const relations = mixed ? (['typical'] as const) : (['equated', 'typical'] as const);

  const check = (values: Values): Faults => {
    const faults: Faults = {};
    for (const name of ['method', 'source', 'validFrom']) {
      if (!values[name]?.trim()) faults[name] = t('equating.needed');
    }
    for (const side of ['left', 'right']) {
      if (Number(values[`${side}Highest`]) < Number(values[`${side}Lowest`])) {
        faults[`${side}Highest`] = t('equating.orderFault');
      }
    }
    const confidence = percentOf(values.confidence);
    if (!(confidence >= 0 && confidence <= 100)) {
      faults.confidence = t('equating.confidenceFault');
    }
    return faults;
  };
  const send = async (values: Values) => {
    const end = (side: 'left' | 'right') => ({
      scale: ladders[side].code,
      lowest: Number(values[`${side}Lowest`]),
      highest: Number(values[`${side}Highest`]),
    });
    await addEquating(props.code, {
      ...{ from: end('left'), to: end('right') },
      relation: values.relation === 'equated' ? 'equated' : 'typical',
      confidence: percentOf(values.confidence) / 100,
      ...{ method: values.method ?? '', source: values.source ?? '' },
      validFrom: values.validFrom ?? '',
    });
    await client.invalidateQueries({ queryKey: [levelsAddress(props.code)] });
    props.onDone(t('equating.added'));
  };
  return (
    <div className={styles.panel}>
      <h3>{t('equating.newTitle', names)}</h3>
      <p className="muted small">{t('equating.newHint')}</p>
      <Form label={t('equating.newTitle', names)} check={check} send={send}>
        <div className={styles.fields}>
          <RangeFields side="left" ladder={ladders.left} name={names.left} />
          <RangeFields side="right" ladder={ladders.right} name={names.right} />
        </div>
        <div className={styles.fields}>
          <FormSelect
            name="relation"
            label={t('equating.relation')}
            hint={mixed ? t('equating.onlyTypical') : undefined}
            initial={relations[0]}
            options={relations.map((value) => ({ value, label: t(`equating.${value}`) }))}
          />
          <FormText
            name="confidence"
            label={t('equating.confidenceField')}
            hint={t('equating.confidenceHint')}
            inputMode="numeric"
            initial="80"
            required
          />
          <FormText
            name="validFrom"
            type="date"
            label={t('equating.validFrom')}
            initial={new Date().toISOString().slice(0, 10)}
            required
          />
        </div>
        <div className={styles.fields}>
          <FormText
            name="method"
            label={t('equating.method')}
            hint={t('equating.methodHint')}
            maxLength={500}
            required
          />
          <FormText
            name="source"
            label={t('equating.source')}
            hint={t('equating.sourceHint')}
            maxLength={2000}
            required
          />
        </div>
        <div className={styles.where}>
          <SubmitButton>{t('equating.save')}</SubmitButton>
          <ActionButton quiet onClick={() => props.onDone()}>
            {t('equating.cancel')}
          </ActionButton>
        </div>
      </Form>
    </div>
  );
}

/** '80', '80 %' and '80,5' are all understood. */
const percentOf = (text: string | undefined) =>
  /\d/.test(text ?? '') ? Number((text ?? '').replace(/[\s%]/g, '').replace(',', '.')) : NaN;

function RangeFields({ side, ladder, name }: { side: string; ladder: Ladder; name: string }) {
  const t = useMessages(levelMessages);
  const words = useWords();
  const options = ladder.levels.map(({ level, code, label }) => ({
    value: String(level),
    label: [code ?? String(level), words(label)].filter(Boolean).join(' · '),
  }));
  return (
    <>
      <FormSelect
        name={`${side}Lowest`}
        label={t('equating.lowest', { scale: name })}
        options={options}
      />
      <FormSelect
        name={`${side}Highest`}
        label={t('equating.highest', { scale: name })}
        options={options}
      />
    </>
  );
}
