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
  nhip import framework ĐƯỜNG-DẪN… [--format esco|onet|…] [--framework-version SỐ] [--yes]   một tệp, một thư mục hoặc
                                      nhiều tệp của một khung; phiên bản chỉ cần nêu khi tên tệp không ghi
  nhip import framework https://…/CFPackages/… [--yes]   một khung từ máy chủ CASE công bố nó
  nhip report coverage --programme MÃ --institution "TÊN CƠ SỞ" [--format json|xlsx|csv|text] [--out TỆP]
  nhip link TỆP [--format text|jsonl|csv] [--framework MÃ]… [--tier hybrid|dictionary]
                                      tìm năng lực trong một văn bản ("-" để đọc từ đầu vào chuẩn)
  nhip relink                         liên kết lại mọi văn bản theo khung và từ vựng hiện hành
  nhip ask-endpoint                   hỏi máy chủ mô hình do bạn cấu hình về các dòng chờ duyệt; chỉ là gợi ý
  nhip draft-aliases                  nhờ máy chủ đó đề xuất cách gọi tiếng Việt; biên tập viên duyệt rồi mới dùng
  nhip backup TỆP                     sao lưu cơ sở dữ liệu và tệp đính kèm
  nhip restore TỆP                    khôi phục vào một bản cài đặt trống
  nhip audit verify [--head TỆP]      kiểm tra chuỗi niêm phong của mọi dấu vết thay đổi
  nhip audit head [--out TỆP]         niêm phong và xuất đầu chuỗi để cất giữ ở nơi khác
  nhip reference check [TỆP…] [--official THƯ-MỤC]   kiểm tra khung năng lực trong reference/; với tệp gốc của ESCO,
                                      NICE, DigComp, O*NET trong thư mục thì tính cả mức độ đối chiếu
  nhip reference mint [TỆP…]          điền UUID cho các mục mới trong reference/
  nhip reference freeze               ghi các mã của phiên bản sắp công bố vào reference/framework/published.tsv

  --lang vi|en      ngôn ngữ của câu chữ           --json    kết quả dạng JSON cho máy đọc
  --yes             nhập ngay các dòng hợp lệ, không hỏi lại

Biến môi trường: PORT (5757), HOST (127.0.0.1), NHIP_HOME, DATABASE_URL, DATABASE_OWNER_URL, PUBLIC_URL, TRUST_PROXY,
NHIP_SECRET, SMTP_URL, MAIL_FROM, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME, LINKING_THREADS,
LINK_ENDPOINT_URL, LINK_ENDPOINT_KEY, LINK_ENDPOINT_CHAT_MODEL, LINK_ENDPOINT_EMBEDDINGS_MODEL, LINK_ENDPOINT_PRIVATE_HOST,
LOG_LEVEL, NHIP_LANG`,
  en: `Nhịp — closing the distance between the digital skills an economy needs and those its training delivers

  nhip start                          open the demonstration (as "npm start" does); ignores DATABASE_URL
  nhip init                           make an empty installation for real use
  nhip serve                          open the installation that "nhip init" made
  nhip admin create [--role secretariat|operator]   print a one-time link that makes an administrator's account
  nhip import ads FILE [--source NAME] [--format itviec-csv] [--yes]
  nhip import programme FILE --institution "NAME" [--format uet-json] [--yes]
  nhip import framework PATH… [--format esco|onet|…] [--framework-version NUMBER] [--yes]   a file, a folder or several
                                      files of one framework; the version only where no file name says it
  nhip import framework https://…/CFPackages/… [--yes]   a framework from the CASE server that publishes it
  nhip report coverage --programme CODE --institution "NAME" [--format json|xlsx|csv|text] [--out FILE]
  nhip link FILE [--format text|jsonl|csv] [--framework CODE]… [--tier hybrid|dictionary]
                                      find the competencies in a text ("-" reads standard input)
  nhip relink                         link every text anew by the frameworks and lexicon of today
  nhip ask-endpoint                   ask the model server that you configured about lines for review; hints alone
  nhip draft-aliases                  let that server draft Vietnamese forms; nothing holds until an editor approves
  nhip backup FILE                    back up the database and its files
  nhip restore FILE                   restore into an empty installation
  nhip audit verify [--head FILE]     check the chain of seals over every recorded fact
  nhip audit head [--out FILE]        seal, and export the head of the chain to keep elsewhere
  nhip reference check [FILE…] [--official FOLDER]   check the framework in reference/; with the official files of
                                      ESCO, NICE, DigComp and O*NET in the folder also how much its crosswalks reach
  nhip reference mint [FILE…]         fill in UUIDs of new entries in reference/
  nhip reference freeze               put down the codes of the version to be published in reference/framework/published.tsv

  --lang vi|en      language of the words          --json    JSON for machines
  --yes             import the valid rows without asking

Environment: PORT (5757), HOST (127.0.0.1), NHIP_HOME, DATABASE_URL, DATABASE_OWNER_URL, PUBLIC_URL, TRUST_PROXY,
NHIP_SECRET, SMTP_URL, MAIL_FROM, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME, LINKING_THREADS,
LINK_ENDPOINT_URL, LINK_ENDPOINT_KEY, LINK_ENDPOINT_CHAT_MODEL, LINK_ENDPOINT_EMBEDDINGS_MODEL, LINK_ENDPOINT_PRIVATE_HOST,
LOG_LEVEL, NHIP_LANG`,
};

export async function run(command: Command): Promise<number> {
  printLine(TEXT[command.language]);
  return 0;
}
