import type { FrameworkLevels, Ladder } from '@nhip/server/frameworks/levels/contract.ts';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useMessages } from '../../language.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Empty, Skeleton } from '../../ui/page-state.tsx';
import { useUrlState } from '../../url-state.ts';
import { useWords, WordsView } from '../words.tsx';
import styles from './levels.module.css';
import { levelMessages } from './messages.ts';
import { ScaleLadder } from './scale-ladder.tsx';

/** Only who edits fetches it. */
const ScaleEditor = lazy(() => import('./scale-editor.tsx'));
const NEW = '+';

interface Props {
  found: FrameworkLevels;
  onTold: (words: string) => void;
}

/** Every scale that the framework owns or uses; those of others stand with the equating alone. */
export function ScaleSection({ found, onTold }: Props) {
  const t = useMessages(levelMessages);
  const [url, setUrl] = useUrlState();
  const scales = found.scales.filter(({ place }) => place !== 'other');
  const { may, framework } = found;
  const done = (words?: string) => {
    setUrl({ edit: undefined });
    if (words) onTold(words);
  };
  const add = may.editScales && url.edit !== NEW && (
    <ActionButton icon={IconPlus} onClick={() => setUrl({ edit: NEW })}>
      {t('scale.add')}
    </ActionButton>
  );
  return (
    <section aria-labelledby="scales" className={styles.section}>
      <div className={styles.head}>
        <h2 id="scales">{t('scale.heading')}</h2>
        {scales.length > 0 && add}
      </div>
      <WhereToEdit found={found} />
      {may.editScales && url.edit === NEW && (
        <Suspense fallback={<Skeleton />}>
          <ScaleEditor code={framework.code} onDone={done} />
        </Suspense>
      )}
      {scales.length === 0 ? (
        url.edit !== NEW && (
          <Empty title={t('empty.title')} action={add}>
            {t('empty.body')}
          </Empty>
        )
      ) : (
        <div className={styles.scales}>
          {scales.map((scale) =>
            may.editScales && url.edit === scale.code ? (
              <Suspense key={scale.code} fallback={<Skeleton />}>
                <ScaleEditor code={framework.code} scale={scale} onDone={done} />
              </Suspense>
            ) : (
              <Scale key={scale.code} found={found} scale={scale} />
            ),
          )}
        </div>
      )}
    </section>
  );
}

function Scale({ found, scale }: { found: FrameworkLevels; scale: Ladder }) {
  const t = useMessages(levelMessages);
  const words = useWords();
  const [, setUrl] = useUrlState();
  const name = words(scale.title) || scale.code;
  const facts = [
    scale.code,
    t(`kind.${scale.kind}`),
    t('scale.edition', { edition: scale.edition }),
    scale.place === 'own'
      ? t('place.own')
      : scale.framework
        ? t('scale.ofFramework', { framework: scale.framework })
        : t('scale.ofNobody'),
  ];
  return (
    <article className={styles.scale} aria-label={name}>
      <div className={styles.head}>
        <div>
          <h3>
            <WordsView words={scale.title} fallback={scale.code} />
          </h3>
          <p className="muted small">{facts.join(' · ')}</p>
        </div>
        {found.may.editScales && scale.place === 'own' && (
          <ActionButton
            compact
            icon={IconPencil}
            aria-label={t('scale.editOf', { scale: name })}
            onClick={() => setUrl({ edit: scale.code, open: undefined })}
          >
            {t('scale.edit')}
          </ActionButton>
        )}
      </div>
      {Object.keys(scale.description).length > 0 && (
        <p className="small">
          <WordsView words={scale.description} />
        </p>
      )}
      <ScaleLadder found={found} scale={scale} />
    </article>
  );
}

/** Whoever may equate edits scales too, but only in a draft: says so where the button would be. */
function WhereToEdit({ found }: { found: FrameworkLevels }) {
  const t = useMessages(levelMessages);
  const [, setUrl] = useUrlState();
  const { may, has, version } = found;
  if (!may.equate || may.editScales) return null;
  if (version.status === 'in-review') return <p className="muted">{t('scale.inReview')}</p>;
  return (
    <p className={styles.where}>
      <span className="muted">{t('scale.needsDraft')}</span>
      {has.draft && (
        <ActionButton compact onClick={() => setUrl({ of: 'draft', open: undefined })}>
          {t('scale.toDraft')}
        </ActionButton>
      )}
    </p>
  );
}
