import { fill } from '#src/languages/fill.ts';
import { shownDate } from './dates.ts';
import { exportWords } from './export-words.ts';
import type { MyExport } from './my-export.ts';

type Language = 'vi' | 'en';
type Item = MyExport['holdings'][number]['items'][number];

/** The same as one page that any browser opens and prints, without a script or anything from elsewhere. */
export function exportHtml(data: MyExport, language: Language): string {
  const say = (key: keyof typeof exportWords, values: Record<string, string | number> = {}) =>
    text(fill(exportWords[key][language], values));
  const made = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: 'Asia/Ho_Chi_Minh',
  }).format(new Date(data.madeAt));
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${say('title')}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>${STYLE}</style></head>
<body><main><h1>${say('title')}</h1><p class="quiet">${text(data.displayName)} · ${say('made', { at: made })}</p>
<h2>${say('holdings')}</h2>
${data.holdings
  .map(
    ({ sentence, items }) =>
      `<section><h3>${text(sentence[language])}</h3>${items.map((item) => itemHtml(item, language)).join('')}</section>`,
  )
  .join('\n')}
<h2>${say('consents')}</h2>${listHtml(
    data.consents.map((consent) => text(consent.sentence[language])),
    say('none'),
  )}
<h2>${say('looks')}</h2>${listHtml(
    data.accessLog.items.map((look) => text(look.sentence[language])),
    say('nobody'),
  )}
${
  data.accessLog.total > data.accessLog.items.length
    ? `<p>${say('more', { shown: data.accessLog.items.length, total: data.accessLog.total })}</p>`
    : ''
}</main></body></html>
`;
}

function itemHtml({ data, since, endedOn }: Item, language: Language): string {
  const dates = [
    since && fill(exportWords.since[language], { date: shownDate(since, language) }),
    endedOn && fill(exportWords.ended[language], { date: shownDate(endedOn, language) }),
  ].filter((part) => part !== null);
  const rows = data.map(({ label, value }) => {
    const shown = typeof value === 'string' ? value : value[language];
    return `<tr><th scope="row">${text(label[language])}</th><td>${text(shown)}</td></tr>`;
  });
  return `<p class="quiet">${text(dates.join(', '))}</p><table>${rows.join('')}</table>`;
}

function listHtml(lines: readonly string[], none: string): string {
  if (lines.length === 0) return `<p>${none}</p>`;
  return `<ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul>`;
}

const SIGNS: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function text(plain: string): string {
  return plain.replace(/[&<>"']/g, (sign) => SIGNS[sign]!);
}

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;color:#16213d;background:#faf9f6;margin:0}' +
  'main{max-width:52rem;margin:0 auto;padding:2rem 1rem}h3{font-size:1rem;font-weight:600}' +
  'section{border-top:1px solid #e4e1da;padding:.5rem 0}.quiet{color:#5b6478}' +
  'table{border-collapse:collapse}th{text-align:left;font-weight:400;color:#5b6478}' +
  'th,td{padding:.125rem 1.5rem .125rem 0;vertical-align:top}';
