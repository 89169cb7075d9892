import type { GrantedRole as Role } from '@nhip/server/actors/contract.ts';
import { SignedIn, type SignInWays } from '@nhip/server/sign-in/contract.ts';
import { IconChevronRight, IconFlask } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ApiProblem, send } from '../api.ts';
import { useLanguage, useLocalText, useMessages } from '../language.ts';
import styles from './demonstration-roles.module.css';
import { signInMessages } from './messages.ts';
import { roleWords } from './role-words.ts';

/** One click per role; only the demonstration has them, and it says so. */
export function DemonstrationRoles(props: {
  roles: SignInWays['demonstration'];
  onSignedIn: (answer: SignedIn) => Promise<void>;
}) {
  const t = useMessages(signInMessages);
  const words = useMessages(roleWords);
  const local = useLocalText();
  const language = useLanguage();
  const signIn = useMutation({
    mutationFn: (role: Role) => send(SignedIn, 'POST', '/api/demonstration/sign-in', { role }),
    onSuccess: props.onSignedIn,
  });
  const byOrganisation = Map.groupBy(props.roles, ({ organisation }) => local(organisation));
  return (
    <section className={styles.panel} aria-labelledby="one-click">
      <h2 id="one-click">
        <IconFlask size={20} aria-hidden />
        {t('demonstration.title')}
      </h2>
      <p className="muted">{t('demonstration.lead')}</p>
      {signIn.error instanceof ApiProblem && <p role="alert">{signIn.error.words[language]}</p>}
      {[...byOrganisation].map(([organisation, stands]) => (
        <div key={organisation} className={styles.organisation}>
          <h3>{organisation}</h3>
          <div className={styles.roles}>
            {stands.map(({ role }) => (
              <button
                key={role}
                type="button"
                className={styles.role}
                aria-disabled={signIn.isPending}
                onClick={() => !signIn.isPending && signIn.mutate(role)}
              >
                <span>
                  <strong>{words(`name.${role}`)}</strong>
                  <span className="muted small">{words(`does.${role}`)}</span>
                </span>
                <IconChevronRight size={18} aria-hidden />
              </button>
            ))}
          </div>
        </div>
      ))}
      <p className="small">
        <Link to="/outbox">{t('demonstration.outbox')}</Link>
      </p>
    </section>
  );
}
