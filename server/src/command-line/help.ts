import type { Command } from './arguments.ts';
import { printLine } from './print.ts';

const TEXT = {
  vi: `Nhịp — thu hẹp khoảng cách giữa kỹ năng số mà nền kinh tế cần và kỹ năng được đào tạo

  nhip start                          mở bản minh họa (như "npm start"); bỏ qua DATABASE_URL
  nhip init                           tạo bản cài đặt trống để dùng thật
  nhip serve                          mở bản cài đặt mà "nhip init" đã tạo
  nhip admin create [--role secretariat|operator]   in liên kết dùng một lần để lập tài khoản quản trị
  nhip import ads TỆP [--source TÊN] [--format itviec-csv] [--yes]
  nhip import programme TỆP --institution "TÊN CƠ SỞ" [--format uet-json] [--yes]
  nhip report coverage --programme MÃ --institution "TÊN CƠ SỞ" [--format json|xlsx|csv|text] [--out TỆP]
  nhip link TỆP                       tìm năng lực trong một văn bản ("-" để đọc từ đầu vào chuẩn)
  nhip backup TỆP                     sao lưu cơ sở dữ liệu và tệp đính kèm
  nhip restore TỆP                    khôi phục vào một bản cài đặt trống
  nhip audit verify [--head TỆP]      kiểm tra chuỗi niêm phong của mọi dấu vết thay đổi
  nhip audit head [--out TỆP]         niêm phong và xuất đầu chuỗi để cất giữ ở nơi khác

  --lang vi|en      ngôn ngữ của câu chữ           --json    kết quả dạng JSON cho máy đọc
  --yes             nhập ngay các dòng hợp lệ, không hỏi lại

Biến môi trường: PORT (5757), HOST (127.0.0.1), NHIP_HOME, DATABASE_URL, DATABASE_OWNER_URL, PUBLIC_URL, TRUST_PROXY,
NHIP_SECRET, SMTP_URL, MAIL_FROM, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME, LOG_LEVEL,
NHIP_LANG`,
  en: `Nhịp — closing the distance between the digital skills an economy needs and those its training delivers

  nhip start                          open the demonstration (as "npm start" does); ignores DATABASE_URL
  nhip init                           make an empty installation for real use
  nhip serve                          open the installation that "nhip init" made
  nhip admin create [--role secretariat|operator]   print a one-time link that makes an administrator's account
  nhip import ads FILE [--source NAME] [--format itviec-csv] [--yes]
  nhip import programme FILE --institution "NAME" [--format uet-json] [--yes]
  nhip report coverage --programme CODE --institution "NAME" [--format json|xlsx|csv|text] [--out FILE]
  nhip link FILE                      find the competencies in a text ("-" reads standard input)
  nhip backup FILE                    back up the database and its files
  nhip restore FILE                   restore into an empty installation
  nhip audit verify [--head FILE]     check the chain of seals over every recorded fact
  nhip audit head [--out FILE]        seal, and export the head of the chain to keep elsewhere

  --lang vi|en      language of the words          --json    JSON for machines
  --yes             import the valid rows without asking

Environment: PORT (5757), HOST (127.0.0.1), NHIP_HOME, DATABASE_URL, DATABASE_OWNER_URL, PUBLIC_URL, TRUST_PROXY,
NHIP_SECRET, SMTP_URL, MAIL_FROM, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME, LOG_LEVEL,
NHIP_LANG`,
};

export async function run(command: Command): Promise<number> {
  printLine(TEXT[command.language]);
  return 0;
}
