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
} satisfies Record<string, Record<Language, string>>;

export function say(
  key: keyof typeof WORDS,
  language: Language,
  detail: Record<string, string | number> = {},
): string {
  return fill(WORDS[key][language], detail);
}
