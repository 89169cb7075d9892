import { IconAlertTriangle } from '@tabler/icons-react';
import { createContext, use, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { ApiProblem } from '../../api.ts';
import { useLanguage, useMessages } from '../../language.ts';
import { ActionButton } from '../action-button.tsx';
import { uiMessages } from '../messages.ts';
import styles from './form.module.css';

export type Values = Record<string, string>;
export type Faults = Record<string, string | undefined>;

interface FormState {
  busy: boolean;
  faults: Faults;
}
const FormContext = createContext<FormState>({ busy: false, faults: {} });

/** Whether the form around it is being sent, and what is wrong with a field. */
export function useFormField(name: string): { fault: string | undefined; busy: boolean } {
  const { busy, faults } = use(FormContext);
  return { busy, fault: faults[name] };
}

/**
 * Fields and one act. While it is under way nothing is sent again; what is wrong with a field stands
 * beside it and takes the focus, any other refusal stands above the button.
 */
export function Form(props: {
  /** Also names the form to screen readers. */
  label: string;
  /** What is wrong before anything is sent, by the name of the field. */
  check?: (values: Values) => Faults;
  /** The field that a code of the server is about. */
  fieldOf?: Record<string, string>;
  send: (values: Values) => Promise<unknown>;
  children: ReactNode;
}) {
  const language = useLanguage();
  const t = useMessages(uiMessages);
  const form = useRef<HTMLFormElement>(null);
  const busyNow = useRef(false);
  const [busy, setBusy] = useState(false);
  const [faults, setFaults] = useState<Faults>({});
  const [problem, setProblem] = useState<string>();

  const show = (found: Faults) => {
    setFaults(found);
    setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  const refuse = (error: unknown) => {
    const words = error instanceof ApiProblem ? error.words[language] : t('state.brokenWhy');
    const field = error instanceof ApiProblem ? props.fieldOf?.[error.code] : undefined;
    if (field) return show({ [field]: words });
    setProblem(words);
    setTimeout(() => form.current?.querySelector<HTMLElement>('[role="alert"]')?.focus());
  };
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busyNow.current) return;
    const values = valuesOf(event.currentTarget);
    const found = props.check?.(values) ?? {};
    setProblem(undefined);
    if (Object.values(found).some(Boolean)) return show(found);
    setFaults({});
    busyNow.current = true;
    setBusy(true);
    try {
      await props.send(values);
    } catch (error) {
      refuse(error);
    } finally {
      busyNow.current = false;
      setBusy(false);
    }
  }
  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={props.label}
      noValidate
      onSubmit={(event) => void submit(event)}
    >
      <FormContext value={{ busy, faults }}>
        {problem && (
          <div role="alert" tabIndex={-1} className={styles.problem}>
            <IconAlertTriangle size={18} aria-hidden />
            <span>{problem}</span>
          </div>
        )}
        {props.children}
      </FormContext>
    </form>
  );
}

/** Sends the form; says so while it is under way and keeps the focus. */
export function SubmitButton(props: { children: ReactNode; quiet?: boolean; wide?: boolean }) {
  const { busy } = use(FormContext);
  return (
    <div className={styles.submit} data-wide={props.wide || undefined}>
      <ActionButton primary={!props.quiet} type="submit" aria-disabled={busy} aria-busy={busy}>
        {props.children}
      </ActionButton>
    </div>
  );
}

/** Strings by name; several ticks of one name stand with a space between them. */
function valuesOf(form: HTMLFormElement): Values {
  const values: Values = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string') continue;
    values[name] = values[name] === undefined ? value : `${values[name]} ${value}`;
  }
  return values;
}
