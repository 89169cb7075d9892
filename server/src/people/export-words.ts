export const exportWords = {
  title: { vi: 'Dữ liệu về bạn trên Nhịp', en: 'Data about you on Nhịp' },
  made: { vi: 'Lập lúc {at} (giờ Việt Nam).', en: 'Made at {at} (Việt Nam time).' },
  holdings: { vi: 'Những gì đang được giữ', en: 'What is held' },
  since: { vi: 'Từ {date}', en: 'Since {date}' },
  ended: { vi: 'kết thúc {date}', en: 'ended {date}' },
  consents: { vi: 'Các đồng ý bạn đã cho', en: 'Consents you gave' },
  looks: { vi: 'Ai đã xem dữ liệu của bạn', en: 'Who looked at your data' },
  nobody: { vi: 'Chưa có ai xem.', en: 'Nobody has looked.' },
  none: { vi: 'Chưa có.', en: 'None.' },
  more: {
    vi: 'Chỉ liệt kê {shown} lần gần nhất trong {total} lần.',
    en: 'Only the latest {shown} of {total} are listed.',
  },
  file: { vi: 'du-lieu-cua-toi', en: 'my-data' },
};
