import type { FrameworkOf } from '@nhip/server/frameworks/reading/contract.ts';
import { useMessages } from '../language.ts';
import { useFigures } from '../ui/figures.tsx';
import { frameworkMessages } from './messages.ts';
import { useWords, WordsView } from './words.tsx';

/** Where the words come from and under which licence, as the source wants it said. */
export function Attribution({
  framework,
  uri,
}: {
  framework: Pick<
    FrameworkOf,
    'title' | 'note' | 'version' | 'publishedOn' | 'licence' | 'uri' | 'code'
  >;
  uri?: string | null;
}) {
  const t = useMessages(frameworkMessages);
  const f = useFigures();
  const words = useWords();
  const page = [uri, framework.uri].find((address) => address && /^https?:\/\//.test(address));
  return (
    <footer className="muted small" style={{ marginTop: 32 }}>
      <p>
        {t('item.source')}:{' '}
        {t('item.sourceLine', {
          framework: words(framework.title) || framework.code,
          version: framework.version,
        })}
        {framework.publishedOn &&
          `, ${t('facts.published', { date: f.date(framework.publishedOn) })}`}
        {framework.licence && `. ${t('facts.licence', { licence: framework.licence })}`}
        {page && (
          <>
            {'. '}
            <a href={page} rel="noreferrer">
              {t('item.original')}
            </a>
          </>
        )}
      </p>
      {Object.keys(framework.note).length > 0 && (
        <p>
          <WordsView words={framework.note} />
        </p>
      )}
    </footer>
  );
}
