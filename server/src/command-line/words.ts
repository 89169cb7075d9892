import type { Language } from '#src/errors.ts';
import { fill } from '#src/languages/fill.ts';

/** What the command line says when all is well. */
export const WORDS = {
  initialised: {
    vi: 'Đã tạo bản cài đặt trống tại {home}. Mở bằng: nhip serve',
    en: 'Made an empty installation at {home}. Open it with: nhip serve',
  },
  building: {
    vi: 'Đang dựng giao diện web (chỉ khi mã nguồn thay đổi)…',
    en: 'Building the web interface (only when its sources changed)…',
  },
  preparing: {
    vi: 'Đang chuẩn bị dữ liệu minh họa…',
    en: 'Preparing the demonstration data…',
  },
  ready: {
    vi: 'Nhịp đã sẵn sàng ({kind}): {url}   (Ctrl-C để dừng)',
    en: 'Nhịp is ready ({kind}): {url}   (Ctrl-C to stop)',
  },
  'set-up': {
    vi: 'Chưa có ai quản trị. Mở liên kết này (dùng một lần, trong 24 giờ) để lập tài khoản ban thư ký: {url}',
    en: 'Nobody administers it yet. Open this link (once, within 24 hours) to make the secretariat account: {url}',
  },
  'admin-link': {
    vi: 'Mở liên kết này (dùng một lần, trong 24 giờ) để lập tài khoản {role}: {url}',
    en: 'Open this link (once, within 24 hours) to make the {role} account: {url}',
  },
  'kind-demo': { vi: 'bản minh họa', en: 'demonstration' },
  'kind-main': { vi: 'bản cài đặt', en: 'installation' },
  stopping: { vi: 'Đang dừng…', en: 'Stopping…' },
  reading: { vi: 'Đang đọc và kiểm tra: {done} dòng', en: 'Reading and checking: {done} rows' },
  applying: { vi: 'Đang nhập: {done}/{total} dòng', en: 'Importing: {done}/{total} rows' },
  preview: {
    vi: 'Xem trước {file} ({format}): {new} mới, {changed} thay đổi, {same} giữ nguyên, {removed} bị gỡ, {rejected} bị từ chối; {held} dòng chờ người duyệt, {warnings} cảnh báo',
    en: 'Preview of {file} ({format}): {new} new, {changed} changed, {same} the same, {removed} removed, {rejected} rejected; {held} rows held for a person, {warnings} warnings',
  },
  applied: {
    vi: 'Đã nhập: {new} mới, {changed} thay đổi, {same} giữ nguyên; {held} dòng chờ người duyệt; {rejected} dòng bị từ chối',
    en: 'Imported: {new} new, {changed} changed, {same} the same; {held} rows held for a person; {rejected} rows rejected',
  },
  'rejected-row': { vi: '  dòng {row}: {label}{what}', en: '  row {row}: {label}{what}' },
  question: { vi: 'Nhập các dòng hợp lệ? [c/K] ', en: 'Import the valid rows? [y/N] ' },
  'written-to': { vi: 'Đã ghi {file}', en: 'Wrote {file}' },
  'no-links': { vi: 'Không tìm thấy năng lực nào.', en: 'No competency was found.' },
  'read-in-part': {
    vi: 'Phần xếp hạng chỉ đọc {units} trên {of} ký tự đầu của văn bản; phần còn lại chỉ được đối chiếu với từ vựng.',
    en: 'The ranking has read {units} of {of} characters of the text; the rest was compared with the lexicon alone.',
  },
  'waits-for-person': { vi: 'chờ người duyệt', en: 'waits for a person' },
  sure: { vi: 'khả năng đúng {percent} %', en: 'right with {percent} %' },
  level: {
    vi: 'mức đề xuất {low}–{high} ({scale}), vì có “{cue}”',
    en: 'proposed level {low}–{high} ({scale}), because of “{cue}”',
  },
  linking: { vi: 'Đang liên kết: {done}/{total} văn bản', en: 'Linking: {done}/{total} texts' },
  relinked: {
    vi: 'Đã liên kết {done} văn bản bằng {linker}',
    en: 'Linked {done} texts by {linker}',
  },
  'nothing-to-link': {
    vi: 'Mọi văn bản đã được liên kết bằng {linker}; không có gì phải làm.',
    en: 'Every text is linked by {linker} already; there is nothing to do.',
  },
  'endpoint-asked': {
    vi: 'Đã hỏi về {lines} dòng: {answered} dòng có trả lời, {known} dòng đã hỏi trước đó, {withheld} dòng không gửi vì có dữ liệu cá nhân. Trả lời chỉ là gợi ý cho người duyệt.',
    en: 'Asked about {lines} lines: {answered} answered, {known} asked before, {withheld} not sent because they hold personal data. Answers are hints for whoever reviews.',
  },
  'endpoint-fails': {
    vi: 'Dừng lại: máy chủ mô hình không trả lời được ba lần liên tiếp. Bảng link_endpoint_call cho biết lý do.',
    en: 'Stopped: the model server failed three times in a row. The table link_endpoint_call says why.',
  },
  'endpoint-drafted': {
    vi: 'Đã hỏi về {asked} năng lực ({known} năng lực đã hỏi trước đó): {proposed} cách gọi chờ biên tập viên duyệt, {dropped} cách gọi bị loại.',
    en: 'Asked about {asked} competencies ({known} asked before): {proposed} forms wait for an editor, {dropped} were dropped.',
  },
  'endpoint-no-chat': {
    vi: 'Chưa cấu hình máy chủ mô hình trả lời bằng lời (LINK_ENDPOINT_URL và LINK_ENDPOINT_CHAT_MODEL); không có gì được gửi đi.',
    en: 'No model server for chat is configured (LINK_ENDPOINT_URL and LINK_ENDPOINT_CHAT_MODEL); nothing was sent.',
  },
  'endpoint-off': {
    vi: 'Chưa cấu hình máy chủ mô hình nào (LINK_ENDPOINT_URL); không có gì được gửi đi.',
    en: 'No model server is configured (LINK_ENDPOINT_URL); nothing was sent.',
  },
  'backed-up': {
    vi: 'Đã sao lưu {tables} bảng, {rows} dòng, {files} tệp vào {file}',
    en: 'Backed up {tables} tables, {rows} rows, {files} files to {file}',
  },
  restored: {
    vi: 'Đã khôi phục {tables} bảng, {rows} dòng, {files} tệp từ {file}',
    en: 'Restored {tables} tables, {rows} rows, {files} files from {file}',
  },
  'audit-right': {
    vi: 'Chuỗi niêm phong nguyên vẹn: {facts} dấu vết trong {seals} niêm phong; {unsealed} dấu vết chờ niêm phong.',
    en: 'The chain is whole: {facts} facts in {seals} seals; {unsealed} facts wait for the next seal.',
  },
  'audit-head': {
    vi: 'Đầu chuỗi: niêm phong số {seal}, {hash}',
    en: 'Head of the chain: seal {seal}, {hash}',
  },
  'audit-without-head': {
    vi: 'Chưa so với đầu chuỗi nào đã xuất, nên chưa biết phần cuối có bị cắt hay cả chuỗi có bị viết lại không. Xuất bằng "nhip audit head --out TỆP", cất ở nơi khác và kiểm tra với --head TỆP.',
    en: 'No exported head was given, so a tail cut off or a chain written anew would not show. Export one with "nhip audit head --out FILE", keep it elsewhere and check with --head FILE.',
  },
  'reference-findings': {
    vi: '{errors} lỗi, {warnings} cảnh báo{elsewhere}',
    en: '{errors} errors, {warnings} warnings{elsewhere}',
  },
  'reference-elsewhere': {
    vi: ' ({count} ở các tệp khác)',
    en: ' ({count} in other files)',
  },
  'reference-figures': {
    vi: '{competencies} năng lực, {tools} công cụ; {core} cốt lõi, {described} đã mô tả ở mức 2, 4, 6; {ranged} có khoảng mức; cách gọi khác: {vi} tiếng Việt, {en} tiếng Anh; {roles} vị trí, {certificates} chứng chỉ',
    en: '{competencies} competencies, {tools} tools; {core} core, {described} described at levels 2, 4, 6; {ranged} with a range; other forms: {vi} Vietnamese, {en} English; {roles} roles, {certificates} certificates',
  },
  'reference-reached': {
    vi: '  {list}: nối tới {count}/{total} ({share} %), trong đó {exact} tương đương; còn thiếu: {first}',
    en: '  {list}: {count} of {total} reached ({share} %), {exact} of them exactly; missing: {first}',
  },
  'reference-minted': {
    vi: '{file}: đã điền {count} UUID',
    en: '{file}: {count} UUIDs filled in',
  },
  'reference-frozen': {
    vi: 'Phiên bản {version}: ghi thêm {count} mã đã công bố',
    en: 'Version {version}: {count} more published codes put down',
  },
  'reference-nothing-minted': {
    vi: 'Mọi mục đã có UUID.',
    en: 'Every entry has its UUID.',
  },
} satisfies Record<string, Record<Language, string>>;

export function say(
  key: keyof typeof WORDS,
  language: Language,
  detail: Record<string, string | number> = {},
): string {
  return fill(WORDS[key][language], detail);
}
