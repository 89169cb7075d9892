import { useLanguage } from '../../language.ts';

/** A moment as the reader's language writes it, to the minute. */
export function useMoment(): (at: string) => string {
  const language = useLanguage();
  const format = new Intl.DateTimeFormat(language === 'vi' ? 'vi-VN' : 'en-GB', {
    ...{ day: '2-digit', month: '2-digit', year: 'numeric' },
    ...{ hour: '2-digit', minute: '2-digit' },
  });
  return (at) => format.format(new Date(at));
}
