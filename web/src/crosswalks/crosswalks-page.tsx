import type { CrosswalkOverview } from '@nhip/server/crosswalks/contract.ts';
import { IconFileImport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMessages } from '../language.ts';
import { PageHeading } from '../ui/heading.tsx';
import { Empty, PageState } from '../ui/page-state.tsx';
import { ChooseFrameworks } from './choose-frameworks.tsx';
import { overview } from './crosswalks-api.ts';
import { useMayDecide } from './may-decide.ts';
import { crosswalkMessages } from './messages.ts';
import { PairTable } from './pair-table.tsx';

/** What has been compared, and the way to compare two more. */
export default function CrosswalksPage() {
  const t = useMessages(crosswalkMessages);
  const decides = useMayDecide();
  const query = useQuery({ ...overview(), staleTime: 0 });
  return (
    <>
      <PageHeading
        title={t('title')}
        lead={<p>{t('lead')}</p>}
        actions={
          decides && (
            <Link className="action" to="/imports" search={{ kind: 'crosswalk' }}>
              <IconFileImport size={18} aria-hidden />
              {t('pairs.import')}
            </Link>
          )
        }
      />
      <PageState query={query}>{(found) => <Found overview={found} decides={decides} />}</PageState>
    </>
  );
}

function Found({ overview, decides }: { overview: CrosswalkOverview; decides: boolean }) {
  const t = useMessages(crosswalkMessages);
  if (decides && overview.frameworks.length < 2) {
    return (
      <Empty
        title={t('pairs.tooFew')}
        action={
          <Link className="action" data-primary to="/imports" search={{ kind: 'framework' }}>
            {t('pairs.importFramework')}
          </Link>
        }
      >
        {t('pairs.tooFewBody')}
      </Empty>
    );
  }
  return (
    <>
      {decides && <ChooseFrameworks frameworks={overview.frameworks} />}
      {overview.pairs.length > 0 ? (
        <PairTable overview={overview} decides={decides} />
      ) : (
        <Empty title={t('pairs.none')}>{decides && t('pairs.noneBody')}</Empty>
      )}
    </>
  );
}
