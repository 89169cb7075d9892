import { defineMessages } from '../../language.ts';

export const waitingMessages = defineMessages('waitingEquatings', {
  vi: {
    title: 'Chưa đặt cạnh được',
    scale: '{{title}}: {{count}} mức của ta đã có quy đổi, chờ đến khi khung đó được nhập.',
    text: '{{title}}. {{why}}',
  },
  en: {
    title: 'Not side by side yet',
    scale_one:
      '{{title}}: {{count}} of our levels is equated and waits until that framework is imported.',
    scale:
      '{{title}}: {{count}} of our levels are equated and wait until that framework is imported.',
    text: '{{title}}. {{why}}',
  },
});
