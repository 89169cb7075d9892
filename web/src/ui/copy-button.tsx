import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useMessages } from '../language.ts';
import { ActionButton } from './action-button.tsx';
import { copyMessages } from './copy-messages.ts';

/** Copies a text; where the browser forbids it, the text beside it is there to be selected. */
export function CopyButton({ text, label }: { text: string; label?: string }) {
  const t = useMessages(copyMessages);
  const [state, setState] = useState<'copied' | 'refused'>();
  useEffect(() => {
    if (!state) return;
    const over = setTimeout(() => setState(undefined), 4000);
    return () => clearTimeout(over);
  }, [state]);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setState('copied');
  };
  return (
    <>
      <ActionButton
        icon={state === 'copied' ? IconCheck : IconCopy}
        onClick={() => void copy().catch(() => setState('refused'))}
      >
        {state === 'copied' ? t('copied') : (label ?? t('copy'))}
      </ActionButton>
      <span role="status" className={state === 'refused' ? 'small' : 'visually-hidden'}>
        {state && t(state)}
      </span>
    </>
  );
}
