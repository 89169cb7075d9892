import type { DraftLine } from '@nhip/server/frameworks/drafting/contract.ts';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { send } from '../../api.ts';
import { useLocalText, useMessages } from '../../language.ts';
import { useSession } from '../../sign-in/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Form, SubmitButton } from '../../ui/form/form.tsx';
import { FormText } from '../../ui/form/text-field.tsx';
import { PageHeading } from '../../ui/heading.tsx';
import { Empty, PageState } from '../../ui/page-state.tsx';
import { BeginVersion } from './begin-version.tsx';
import { Done, drafts } from './draft-api.ts';
import styles from './draft.module.css';
import { draftMessages } from './messages.ts';
import { DraftStatus } from './draft-status.tsx';
import { useMoment } from './use-moment.ts';

/** What the reader drafts, reviews or publishes, and where a framework begins. */
export default function DraftsPage() {
  const t = useMessages(draftMessages);
  const query = useQuery(drafts);
  const session = useSession();
  const [creating, setCreating] = useState(false);
  const mayDraft = session?.roles.includes('framework-editor') ?? false;
  return (
    <PageState page query={query}>
      {(lines) => (
        <>
          <PageHeading
            title={t('drafts.title')}
            lead={t('drafts.lead')}
            actions={
              mayDraft &&
              !creating && (
                <ActionButton primary icon={IconPlus} onClick={() => setCreating(true)}>
                  {t('drafts.create')}
                </ActionButton>
              )
            }
          />
          <div className={styles.cards}>
            {creating && <NewFramework onClose={() => setCreating(false)} />}
            {lines.length === 0 && !creating && (
              <Empty title={t('drafts.none')}>{t('drafts.noneBody')}</Empty>
            )}
            {lines.map((line) => (
              <Card key={line.code} line={line} mayDraft={mayDraft} />
            ))}
          </div>
        </>
      )}
    </PageState>
  );
}

function Card({ line, mayDraft }: { line: DraftLine; mayDraft: boolean }) {
  const t = useMessages(draftMessages);
  const local = useLocalText();
  const moment = useMoment();
  const [beginning, setBeginning] = useState(false);
  const { code, draft, published } = line;
  const facts = [
    code,
    draft && t('drafts.draftOf', { version: draft.version }),
    published && t('drafts.published', { version: published }),
    draft && t('drafts.changed', { date: moment(draft.changedAt) }),
  ];
  return (
    <article className={styles.card}>
      <div className={styles.line}>
        <h2>
          {draft ? (
            <Link to="/frameworks/$code/draft" params={{ code }}>
              {local(line.title) || code}
            </Link>
          ) : (
            local(line.title) || code
          )}
        </h2>
        {draft && <DraftStatus status={draft.status} decision={draft.decision} />}
      </div>
      <p className="muted">{facts.filter(Boolean).join(' · ')}</p>
      <p className="muted small">{t('drafts.owner', { name: local(line.owner) })}</p>
      <div className={styles.inline}>
        {published && (
          <Link className="action" to="/frameworks/$code/versions" params={{ code }}>
            {t('drafts.versions')}
          </Link>
        )}
        {!draft && line.mine && mayDraft && !beginning && (
          <ActionButton onClick={() => setBeginning(true)}>{t('drafts.begin')}</ActionButton>
        )}
      </div>
      {beginning && (
        <BeginVersion code={code} title={local(line.title)} onClose={() => setBeginning(false)} />
      )}
    </article>
  );
}

function NewFramework({ onClose }: { onClose: () => void }) {
  const t = useMessages(draftMessages);
  const navigate = useNavigate();
  return (
    <section className={styles.card} aria-labelledby="new-framework">
      <h2 id="new-framework">{t('drafts.createTitle')}</h2>
      <Form
        label={t('drafts.createTitle')}
        fieldOf={{ 'framework-code-taken': 'code' }}
        check={({ code = '', vi }) => ({
          vi: vi?.trim() ? undefined : t('drafts.titleMissing'),
          code: /^[a-z0-9][a-z0-9.-]{0,59}$/.test(code.trim()) ? undefined : t('drafts.codeBad'),
        })}
        send={async ({ code = '', vi, en, version, licence, reason }) => {
          const title = { vi, en };
          const made = await send(Done, 'POST', '/api/frameworks', {
            ...{ code: code.trim(), title, version: version || '1', licence, reason },
          });
          await navigate({ to: '/frameworks/$code/draft', params: { code: made.code } });
        }}
      >
        <FormText name="vi" label={t('drafts.titleVi')} lang="vi" required autoFocus />
        <FormText name="en" label={t('drafts.titleEn')} lang="en" />
        <FormText
          name="code"
          label={t('drafts.code')}
          hint={t('drafts.codeHint')}
          required
          maxLength={60}
        />
        <FormText name="version" label={t('drafts.version')} initial="1" maxLength={60} />
        <FormText name="licence" label={t('drafts.licence')} initial="CC-BY-4.0" />
        <FormText name="reason" label={t('drafts.reason')} maxLength={2000} />
        <div className={styles.inline}>
          <SubmitButton>{t('drafts.create')}</SubmitButton>
          <ActionButton quiet onClick={onClose}>
            {t('drafts.cancel')}
          </ActionButton>
        </div>
      </Form>
    </section>
  );
}
