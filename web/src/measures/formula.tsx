import type { ReactNode } from 'react';
import styles from './formula.module.css';

const formulas: Record<string, ReactNode> = {
  'coverage-gap': (
    <>
      <var>C</var> =
      <span className={styles.fraction}>
        <span>
          Σ<sub>k</sub> <var>s</var>
          <sub>k</sub> · <var>e</var>
          <sub>k</sub>
        </span>
        <span>
          Σ<sub>k</sub> <var>s</var>
          <sub>k</sub>
        </span>
      </span>
    </>
  ),
  'process-times': (
    <>
      <var>T</var>
      <sub>h</sub> = <var>t</var>
      <sub>h+1</sub> − <var>t</var>
      <sub>h</sub>
    </>
  ),
  'diffusion-lag-l50': (
    <>
      L<sub>50</sub> = <var>m</var>
      <sub>S</sub> − <var>m</var>
      <sub>D</sub>
    </>
  ),
  'people-short': (
    <>
      <var>H</var> = <var>D</var> − <var>S</var>
    </>
  ),
};

/** The formula of a definition as it is written by hand. */
export function Formula({ definition }: { definition: string }) {
  return <p className={styles.formula}>{formulas[definition]}</p>;
}
