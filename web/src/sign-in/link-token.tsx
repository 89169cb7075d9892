import { useRouterState } from '@tanstack/react-router';
import { Empty } from '../ui/page-state.tsx';
import { useMessages } from '../language.ts';
import { signInMessages } from './messages.ts';

/** What stands behind the # of a link from a letter; it never travels to a server in an address. */
export function useLinkToken(): string {
  return useRouterState({ select: ({ location }) => location.hash.replace(/^#/, '') });
}

export function LinkWithoutToken() {
  const t = useMessages(signInMessages);
  return (
    <Empty page title={t('linkWithout.title')}>
      {t('linkWithout.body')}
    </Empty>
  );
}
