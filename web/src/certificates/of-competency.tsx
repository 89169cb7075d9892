import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMessages } from '../language.ts';
import styles from './certificate.module.css';
import { certificatesOf } from './certificates-api.ts';
import { certificateMessages } from './messages.ts';

/** The certificates that show a competency; nothing where there are none. */
export default function CertificatesOf({ code }: { code: string }) {
  const t = useMessages(certificateMessages);
  const { data = [] } = useQuery(certificatesOf(code));
  if (data.length === 0) return null;
  return (
    <section>
      <h2>{t('of.title')}</h2>
      <ul className={styles.links}>
        {data.map(({ uuid, issuer, code: own, name }) => (
          <li key={uuid}>
            <Link
              to="/certificates/$issuer/$code"
              params={{ issuer: issuer.code, code: own }}
              lang="en"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
