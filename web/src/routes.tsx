import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  retainSearchParams,
} from '@tanstack/react-router';
import { Shell } from './ui/shell.tsx';
import { BrokenPage, LoadingPage, NotFoundPage } from './ui/page-state.tsx';
import { missingCode } from './api.ts';
import { parseSearch, stringifySearch, type UrlState } from './url-state.ts';

const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFoundPage,
  validateSearch: (search: Record<string, unknown>): UrlState => search as UrlState,
  search: { middlewares: [retainSearchParams<UrlState>(['lang'])] },
});

type Page = () => Promise<{ default: () => React.ReactNode }>;

function page<const P extends string>(path: P, load: Page) {
  return createRoute({
    getParentRoute: () => root,
    path,
    component: lazyRouteComponent(() =>
      load().catch(async () => {
        throw await missingCode();
      }),
    ),
  });
}

const tree = root.addChildren([
  page('/', () => import('./gap/overview-page.tsx')),
  page('/coverage/$programmeId', () => import('./gap/coverage-page.tsx')),
  page('/brief/$programmeId', () => import('./gap/brief-page.tsx')),
  page('/programmes', () => import('./programmes/programmes-page.tsx')),
  page('/programmes/$id', () => import('./programmes/programme-page.tsx')),
  page('/measures/$id', () => import('./measures/measure-page.tsx')),
  page('/demand', () => import('./demand/demand-page.tsx')),
  page('/advertisements', () => import('./demand/advertisements-page.tsx')),
  page('/advertisements/$id', () => import('./demand/advertisement-page.tsx')),
  page('/search', () => import('./search/search-page.tsx')),
  page('/compare', () => import('./frameworks/compare-page.tsx')),
  page('/frameworks', () => import('./frameworks/frameworks-page.tsx')),
  page('/frameworks/$code', () => import('./frameworks/framework-page.tsx')),
  page('/frameworks/$code/map', () => import('./frameworks/map/map-page.tsx')),
  page('/frameworks/$code/print', () => import('./frameworks/print-page.tsx')),
  page('/frameworks/$code/levels', () => import('./frameworks/levels/levels-page.tsx')),
  page('/frameworks/$code/lexicon', () => import('./frameworks/lexicon/lexicon-page.tsx')),
  page('/frameworks/$code/items/$item', () => import('./frameworks/item-page.tsx')),
  page('/frameworks/$code/roles/$role', () => import('./frameworks/role-page.tsx')),
  page('/roles/compare', () => import('./frameworks/roles/compare-roles-page.tsx')),
  page('/drafts', () => import('./frameworks/draft/drafts-page.tsx')),
  page('/frameworks/$code/draft', () => import('./frameworks/draft/draft-page.tsx')),
  page('/frameworks/$code/versions', () => import('./frameworks/review/versions-page.tsx')),
  page('/competencies/$code', () => import('./frameworks/competency-page.tsx')),
  page('/certificates', () => import('./certificates/certificates-page.tsx')),
  page('/certificates/$issuer/$code', () => import('./certificates/certificate-page.tsx')),
  page('/crosswalks', () => import('./crosswalks/crosswalks-page.tsx')),
  page('/crosswalks/$from/$to', () => import('./crosswalks/crosswalk-page.tsx')),
  page('/crosswalks/$from/$to/report', () => import('./crosswalks/report-page.tsx')),
  page('/imports', () => import('./imports/imports-page.tsx')),
  page('/imports/subscriptions', () => import('./frameworks/pulls/pulls-page.tsx')),
  page('/imports/$id', () => import('./imports/import-page.tsx')),
  page('/linking', () => import('./linking/linking-page.tsx')),
  page('/review', () => import('./review/review-page.tsx')),
  page('/review/quality', () => import('./review/quality/quality-page.tsx')),
  page('/sign-in', () => import('./sign-in/sign-in-page.tsx')),
  page('/register', () => import('./sign-in/register-page.tsx')),
  page('/confirm-address', () => import('./sign-in/confirm-address-page.tsx')),
  page('/forgotten-password', () => import('./sign-in/forgotten-password-page.tsx')),
  page('/new-password', () => import('./sign-in/new-password-page.tsx')),
  page('/set-up', () => import('./sign-in/set-up-page.tsx')),
  page('/invitation', () => import('./sign-in/invitation-page.tsx')),
  page('/me', () => import('./people/my-data-page.tsx')),
  page('/farewell', () => import('./people/farewell-page.tsx')),
  page('/corrections', () => import('./people/open-corrections-page.tsx')),
  page('/retention', () => import('./people/retention-page.tsx')),
  page('/audit', () => import('./audit/audit-page.tsx')),
  page('/me/sign-in', () => import('./sign-in/security-page.tsx')),
  page('/api-clients', () => import('./sign-in/api-clients-page.tsx')),
  page('/organisations', () => import('./organisations/organisations-page.tsx')),
  page('/organisations/$id', () => import('./organisations/organisation-page.tsx')),
  page('/outbox', () => import('./mail/outbox-page.tsx')),
]);

export const router = createRouter({
  routeTree: tree,
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultPendingComponent: LoadingPage,
  defaultPendingMs: 120,
  defaultErrorComponent: BrokenPage,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
