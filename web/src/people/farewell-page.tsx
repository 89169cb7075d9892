import { Link } from '@tanstack/react-router';
import { useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { PageHeading } from '../ui/heading.tsx';
import { Empty } from '../ui/page-state.tsx';
import { ErasureLists } from './erasure-lists.tsx';
import { farewell } from './farewell.ts';
import { erasureMessages } from './erasure-messages.ts';

/** The last page that a person sees: what is gone, what is left and until when. */
export default function FarewellPage() {
  const t = useMessages(erasureMessages);
  const done = farewell();
  const home = (
    <Link className="action" to="/">
      {t('farewell.home')}
    </Link>
  );
  if (!done) {
    return (
      <Empty page title={t('farewell.nothing')} action={home}>
        {t('farewell.nothingBody')}
      </Empty>
    );
  }
  return (
    <>
      <PageHeading
        title={t('farewell.title')}
        lead={t('farewell.body')}
        actions={
          <span className="screen-only">
            <ActionButton onClick={() => print()}>{t('farewell.print')}</ActionButton>
          </span>
        }
      />
      <ErasureLists plan={done} done />
      <p className="muted">{t('farewell.note')}</p>
      <p className="screen-only">{home}</p>
    </>
  );
}
