import styles from './competency-page.module.css';
import { SpokenInAdvertisements } from './spoken-in-advertisements.tsx';
import { Teaching } from './teaching.tsx';

/** The sentences that ask for a competency beside those that teach it. */
export default function Evidence({ code }: { code: string }) {
  return (
    <div className={styles.columns}>
      <SpokenInAdvertisements code={code} />
      <Teaching code={code} />
    </div>
  );
}
