import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMessages } from '../language.ts';
import { sessionQuery } from '../sign-in/session.ts';
import { Form, SubmitButton } from '../ui/form/form.tsx';
import { FormSelect, FormText } from '../ui/form/text-field.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageState } from '../ui/page-state.tsx';
import { MergesPart } from './merges-part.tsx';
import { requestMessages } from './request-messages.ts';
import { Card, Part } from './part.tsx';
import { myHoldings, saveProfile } from './people-api.ts';
import { useDeeds } from './use-deeds.ts';

/** What is the reader's own to write, and whether another account is theirs too. */
export function ProfilePart() {
  const t = useMessages(requestMessages);
  const query = useQuery(myHoldings);
  const queries = useQueryClient();
  const { notice, closeNotice, say } = useDeeds();
  const save = async (displayName: string, language: 'vi' | 'en') => {
    await saveProfile({ displayName, language });
    await queries.invalidateQueries({ queryKey: myHoldings.queryKey });
    void queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
    say(t('profile.saved'));
  };
  return (
    <>
      <Part title={t('profile.title')} body={t('profile.body')}>
        <PageState query={query}>
          {({ displayName, language }) => (
            <Card>
              <Form
                label={t('profile.title')}
                check={(values) => ({
                  displayName: values.displayName?.trim() ? undefined : t('profile.fault'),
                })}
                send={(values) =>
                  save(values.displayName!.trim(), values.language === 'en' ? 'en' : 'vi')
                }
              >
                <FormText
                  name="displayName"
                  label={t('profile.name')}
                  initial={displayName}
                  autoComplete="name"
                  maxLength={200}
                  required
                />
                <FormSelect
                  name="language"
                  label={t('profile.language')}
                  initial={language}
                  options={[
                    { value: 'vi', label: t('profile.vi') },
                    { value: 'en', label: t('profile.en') },
                  ]}
                />
                <SubmitButton>{t('profile.save')}</SubmitButton>
              </Form>
            </Card>
          )}
        </PageState>
        <p>
          <Link to="/me/sign-in">{t('profile.security')}</Link>
        </p>
      </Part>
      <MergesPart />
      <Notice content={notice} onClose={closeNotice} />
    </>
  );
}
