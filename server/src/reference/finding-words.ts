/** Words of the findings on the reference files: what is wrong, and how to put it right. */
export const findingWords = {
  'yaml-broken': {
    vi: 'Sai cú pháp YAML: {what}. Thường là thiếu dấu nháy: hãy đặt văn bản có “: ”, “#”, dấu phẩy hoặc ngoặc trong nháy đơn, và nhân đôi dấu nháy đơn bên trong.',
    en: 'The YAML syntax is broken: {what}. Mostly quotes are missing: put a text with “: ”, “#”, a comma or a bracket into single quotes, and double an apostrophe inside them.',
  },
  'key-twice': {
    vi: 'Một khóa đứng hai lần trong cùng một mục. Hãy giữ lại một lần.',
    en: 'A key stands twice in one entry. Keep it once.',
  },
  'key-unknown': {
    vi: 'Không có khóa “{value}”. Hãy sửa tên khóa; nếu đây là một phần của câu thì đặt cả câu trong nháy đơn.',
    en: 'There is no key “{value}”. Correct its name; if it is part of a sentence, put the sentence into single quotes.',
  },
  'key-missing': {
    vi: 'Thiếu “{name}”. Hãy điền vào.',
    en: '“{name}” is missing. Fill it in.',
  },
  'language-missing': {
    vi: 'Thiếu “{name}”: mọi câu chữ cần đủ tiếng Việt (vi) và tiếng Anh (en).',
    en: '“{name}” is missing: every text stands in Vietnamese (vi) and English (en).',
  },
  'language-wrong': {
    vi: 'Câu này ghi là “{language}” nhưng không giống ngôn ngữ đó: “{value}”. Hãy kiểm tra xem hai ngôn ngữ có bị đổi chỗ không.',
    en: 'The text is marked “{language}” and does not look like it: “{value}”. See whether the two languages changed places.',
  },
  'value-unknown': {
    vi: '“{value}” không dùng được cho “{name}”. Các giá trị: {allowed}.',
    en: '“{value}” is no value of “{name}”. The values: {allowed}.',
  },
  'value-twice': {
    vi: '“{value}” đứng hai lần trong cùng danh sách. Hãy giữ lại một lần.',
    en: '“{value}” stands twice in one list. Keep it once.',
  },
  'type-wrong': {
    vi: '“{name}” không đúng dạng ({value}). Hãy viết như trong reference/README.md.',
    en: '“{name}” has the wrong form ({value}). Write it as reference/README.md shows.',
  },
  'text-unquoted': {
    vi: 'YAML đọc “{name}: {value}” không phải là văn bản. Hãy đặt trong nháy đơn.',
    en: 'YAML does not read “{name}: {value}” as a text. Put it into single quotes.',
  },
  'format-wrong': {
    vi: '“{value}” không đúng dạng của “{name}”. Hãy viết như trong reference/README.md.',
    en: '“{value}” does not have the form of “{name}”. Write it as reference/README.md shows.',
  },
  'date-malformed': {
    vi: '“{value}” không phải là ngày. Hãy viết năm-tháng-ngày, ví dụ 2026-11-22.',
    en: '“{value}” is no date. Write year-month-day, for example 2026-11-22.',
  },
  'code-malformed': {
    vi: 'Mã “{value}” không hợp lệ. Mã gồm chữ in hoa A–Z, chữ số, dấu chấm, cộng hoặc gạch nối, ví dụ NT.ROUTING.',
    en: 'The code “{value}” is not valid. A code has capital letters A–Z, digits, dots, plus signs or hyphens, such as NT.ROUTING.',
  },
  'code-twice': {
    vi: 'Mã “{value}” đã có ở {file}:{line}. Mỗi mục cần một mã riêng; mã đã công bố thì không đổi, hãy đổi mã mới thêm.',
    en: 'The code “{value}” stands at {file}:{line} already. Each entry needs its own; a published code never changes, so change the new one.',
  },
  'uuid-missing': {
    vi: '“{value}” chưa có UUID. Hãy chạy “nhip reference mint” để điền.',
    en: '“{value}” has no UUID yet. Run “nhip reference mint” to fill it in.',
  },
  'uuid-malformed': {
    vi: '“{value}” không phải là UUID. Hãy xóa dòng này rồi chạy “nhip reference mint”.',
    en: '“{value}” is no UUID. Remove the line and run “nhip reference mint”.',
  },
  'uuid-twice': {
    vi: 'UUID {value} đã có ở {file}:{line}. Hãy xóa UUID của mục mới thêm rồi chạy “nhip reference mint”.',
    en: 'The UUID {value} stands at {file}:{line} already. Remove that of the new entry and run “nhip reference mint”.',
  },
  'published-missing': {
    vi: '{code} đã công bố từ phiên bản {version} nhưng không còn trong tệp nào. Mã đã công bố ở lại mãi mãi: hãy khôi phục mục này.',
    en: '{code} was published with version {version} and stands in no file any more. A published code stays for ever: restore the entry.',
  },
  'published-moved': {
    vi: '{code} đã công bố từ phiên bản {version} với UUID {value}. Hãy khôi phục UUID đó; nghĩa mới cần mã mới.',
    en: '{code} was published with version {version} under the UUID {value}. Restore it; a new meaning gets a new code.',
  },
  'file-unknown': {
    vi: 'Tệp này không thuộc thư mục nào của khung. Hãy đặt vào competencies/, tools/, roles/, certificates/ hoặc crosswalks/.',
    en: 'This file belongs to no folder of the framework. Put it into competencies/, tools/, roles/, certificates/ or crosswalks/.',
  },
  'file-missing': {
    vi: 'Không có tệp {value}. Hãy khôi phục tệp này.',
    en: 'The file {value} is not there. Restore it.',
  },
  'area-unknown': {
    vi: 'Không có nhóm năng lực “{value}” trong competencies/. Hãy sửa mã hoặc thêm tệp của nhóm.',
    en: 'There is no area “{value}” in competencies/. Correct the code, or add the file of the area.',
  },
  'parent-unknown': {
    vi: 'Không có năng lực “{value}” để làm mục cha. Gần nhất: {near}. Hãy sửa mã, hoặc bỏ dòng này để mục đứng thẳng dưới nhóm.',
    en: 'There is no competency “{value}” to be the parent. Nearest: {near}. Correct the code, or leave the line out to stand under the area.',
  },
  'parent-is-tool': {
    vi: '“{value}” là công cụ nên không làm mục cha được. Hãy chọn một năng lực.',
    en: '“{value}” is a tool and cannot be a parent. Name a competency.',
  },
  'parent-cycle': {
    vi: 'Mục này nằm dưới chính nó: {value}. Hãy sửa một trong các mục cha.',
    en: 'The entry stands under itself: {value}. Correct one of the parents.',
  },
  'competency-unknown': {
    vi: 'Không có năng lực “{value}”. Gần nhất: {near}. Hãy sửa mã.',
    en: 'There is no competency “{value}”. Nearest: {near}. Correct the code.',
  },
  'tool-without-competency': {
    vi: 'Công cụ {value} chưa nói thuộc năng lực nào. Hãy thêm “of: [MÃ]”.',
    en: 'The tool {value} does not say which competency it is a tool of. Add “of: [CODE]”.',
  },
  'of-without-tool': {
    vi: '{value} không phải là công cụ nên không có “of”. Hãy dùng “parent”, hoặc đổi kind thành tool.',
    en: '{value} is no tool and has no “of”. Use “parent”, or make its kind tool.',
  },
  'of-area': {
    vi: '“{value}” là nhóm năng lực. Hãy nêu một năng lực trong nhóm.',
    en: '“{value}” is an area. Name a competency in it.',
  },
  'of-tool': {
    vi: '“{value}” cũng là công cụ. Hãy nêu năng lực mà người dùng công cụ này có.',
    en: '“{value}” is a tool itself. Name the competency that its users show.',
  },
  'onet-twice': {
    vi: 'Tên O*NET “{value}” của {code} đã thuộc về {owner}. Hãy gộp hai công cụ, hoặc bỏ một bên.',
    en: 'The O*NET name “{value}” of {code} belongs to {owner} already. Make the two tools one, or take it out of one.',
  },
  'onet-unknown': {
    vi: 'Danh sách công nghệ của O*NET không có “{value}” ({code}). Hãy viết đúng tên trong danh sách, hoặc bỏ dòng này.',
    en: 'O*NET’s list of technologies has no “{value}” ({code}). Write the name as it stands there, or take the line out.',
  },
  'form-without-word': {
    vi: 'Cách gọi “{value}” không chứa từ nào nên không tìm được. Hãy bỏ đi.',
    en: 'The form “{value}” has no word in it and can never be found. Take it out.',
  },
  'form-twice': {
    vi: 'Cách gọi “{value}” đã có trong cùng mục, với cùng điều kiện. Hãy bỏ một lần.',
    en: 'The form “{value}” stands in the same entry under the same conditions. Take it out once.',
  },
  'form-collision': {
    vi: '“{value}” của {code} trùng với “{other}” của {owner} ({file}:{line}): cùng một cụm từ không được chỉ hai năng lực. Hãy bỏ một bên, hoặc phân biệt bằng caseSensitive hay fields.',
    en: '“{value}” of {code} is “{other}” of {owner} ({file}:{line}): one phrase must not name two competencies. Drop one, or tell them apart by caseSensitive or fields.',
  },
  'level-outside-scale': {
    vi: 'Không có mức “{value}”: thang có tám mức, từ 1 đến 8.',
    en: 'There is no level “{value}”: the scale has eight levels, from 1 to 8.',
  },
  'levels-not-eight': {
    vi: 'Thang phải có đúng tám mức.',
    en: 'The scale has exactly eight levels.',
  },
  'scale-order': {
    vi: 'Mức {value} đứng ở chỗ của mức {expected}. Hãy xếp các mức từ 1 đến 8.',
    en: 'Level {value} stands in the place of level {expected}. Put the levels in order from 1 to 8.',
  },
  'range-falls': {
    vi: 'Khoảng mức [{value}] đi ngược. Hãy viết mức thấp trước.',
    en: 'The range [{value}] falls. Write the lower level first.',
  },
  'equating-twice': {
    vi: 'Thang “{value}” đã được quy đổi ở dòng {line}. Hãy gộp hai mục.',
    en: 'The scale “{value}” is equated at line {line} already. Make the two entries one.',
  },
  'equating-own': {
    vi: '“{value}” chính là thang này. Hãy nêu thang của một khung khác.',
    en: '“{value}” is this very scale. Name the scale of another framework.',
  },
  'equating-qualification': {
    vi: '“{value}” là thang trình độ: trình độ chỉ là điều thường gặp ở một vai trò, không bao giờ ngang với một mức. Hãy bỏ mục này và ghi “qualification” ở vai trò.',
    en: '“{value}” is a scale of qualifications: usual beside a role, never equal to a level. Take the entry out and write “qualification” at the role.',
  },
  'equating-awaited': {
    vi: 'Quy đổi với “{value}” vừa có mức vừa có “awaits”. Khi đã quy đổi, hãy bỏ “awaits”.',
    en: 'The equating with “{value}” has levels and “awaits” as well. Once it is told, take “awaits” out.',
  },
  'equating-empty': {
    vi: 'Quy đổi với “{value}” chưa có mức nào. Hãy viết “levels”, hoặc nói còn chờ điều gì ở “awaits”.',
    en: 'The equating with “{value}” has no level. Write “levels”, or say in “awaits” what it waits for.',
  },
  'equating-untold': {
    vi: 'Quy đổi với “{scale}” chưa nói gì về mức {value} của ta. Hãy viết thêm nếu nói được.',
    en: 'The equating with “{scale}” says nothing of our level {value}. Add it if it can be told.',
  },
  'equating-order': {
    vi: 'Mức {value} đứng sau mức {before}. Hãy nêu mỗi mức một lần, từ thấp đến cao.',
    en: 'Level {value} comes after level {before}. Name each level once, from the lowest to the highest.',
  },
  'equating-falls': {
    vi: 'Khoảng [{value}] của mức {level} thấp hơn khoảng [{before}] của mức trước. Mức cao hơn không thể tương ứng với khoảng thấp hơn; hãy xem lại cả hai.',
    en: 'The range [{value}] of level {level} lies below [{before}] of the level before. A higher level cannot match a lower range; look at both again.',
  },
  'level-undescribed': {
    vi: '{code} là năng lực cốt lõi nhưng thiếu mô tả ở mức {value}. Hãy viết, hoặc bỏ “core”.',
    en: '{code} is a core competency without a descriptor at level {value}. Write it, or take “core” out.',
  },
  'core-kind': {
    vi: '{code} là “{value}”; chỉ năng lực mới là cốt lõi. Hãy bỏ “core”.',
    en: '{code} is a {value}; only competencies are core. Take “core” out.',
  },
  'levels-without-core': {
    vi: '{code} có mô tả mức nhưng không ghi “core: true”. Hãy thêm vào nếu là năng lực cốt lõi.',
    en: '{code} has level descriptors and does not say “core: true”. Add it if the competency is core.',
  },
  'level-outside-range': {
    vi: 'Mức {value} nằm ngoài khoảng {range} của chính năng lực này. Hãy sửa một trong hai.',
    en: 'Level {value} lies outside the competency’s own range {range}. Correct one of the two.',
  },
  'text-decomposed': {
    vi: '“{value}” dùng dấu tổ hợp rời. Hãy gõ lại bằng Unicode dựng sẵn (NFC).',
    en: '“{value}” is written with separate combining marks. Type it in composed Unicode (NFC).',
  },
  'text-spacing': {
    vi: '“{value}” có khoảng trắng thừa hoặc ký tự ẩn. Hãy dùng một dấu cách thường.',
    en: '“{value}” has doubled or invisible spaces. Use one plain space.',
  },
  'text-mojibake': {
    vi: '“{value}” có chữ bị sai bảng mã. Hãy gõ lại.',
    en: '“{value}” has letters of a wrong encoding. Type it anew.',
  },
  'text-control-characters': {
    vi: '“{value}” có ký tự điều khiển. Hãy xóa đi.',
    en: '“{value}” holds control characters. Remove them.',
  },
  'text-markup': {
    vi: '“{value}” có thẻ HTML. Hãy viết bằng chữ thường.',
    en: '“{value}” holds HTML. Write plain text.',
  },
  'text-untranslated': {
    vi: '“{name}” giống hệt nhau ở hai ngôn ngữ. Hãy dịch.',
    en: '“{name}” is the same in both languages. Translate it.',
  },
  'definition-repeats-label': {
    vi: 'Định nghĩa chỉ nhắc lại tên “{value}”. Hãy nói người có năng lực này làm được gì.',
    en: 'The definition repeats the label “{value}”. Say what a person who has it can do.',
  },
  'frame-definitions': {
    vi: '{count} định nghĩa ({language}) mở đầu bằng “{value}…” (nhiều nhất {most}); còn ở: {others}. Hãy đổi cách diễn đạt.',
    en: '{count} definitions ({language}) begin with “{value}…” (at most {most}); also: {others}. Vary the wording.',
  },
  'frame-descriptors': {
    vi: '{count} mô tả mức ({language}) mở đầu bằng “{value}…” (nhiều nhất {most}); còn ở: {others}. Hãy nói điều riêng của từng năng lực.',
    en: '{count} level descriptors ({language}) begin with “{value}…” (at most {most}); also: {others}. Say what is particular to each competency.',
  },
  'definitions-alike': {
    vi: 'Định nghĩa của {code} gần như trùng với {other} ({file}:{line}). Hãy nói rõ chỗ khác nhau, hoặc gộp hai mục.',
    en: 'The definition of {code} is nearly that of {other} ({file}:{line}). Say what tells them apart, or make them one.',
  },
  'descriptors-alike': {
    vi: 'Mô tả mức của {code} gần như trùng với {other} ({file}:{line}). Hãy viết riêng cho năng lực và mức này.',
    en: 'The level descriptor of {code} is nearly that of {other} ({file}:{line}). Write it for this competency and this level.',
  },
  'role-thin': {
    vi: '{code} có {count} yêu cầu, trong đó {essential} bắt buộc; cần ít nhất {fewest} và có yêu cầu bắt buộc. Hãy bổ sung.',
    en: '{code} has {count} requirements, {essential} of them essential; it needs at least {fewest}, and an essential one. Add to them.',
  },
  'requirement-outside-range': {
    vi: 'Yêu cầu mức {value}, ngoài khoảng {range} của {competency}. Hãy xem lại mức hoặc khoảng.',
    en: 'Level {value} is asked for, outside the range {range} of {competency}. Look at the level or the range.',
  },
  'evidence-incomplete': {
    vi: 'Nguồn “{value}” thiếu {missing}. Hãy điền, hoặc ghi nguồn là expert.',
    en: 'The source “{value}” lacks {missing}. Fill it in, or name the source expert.',
  },
  'evidence-unmeasured': {
    vi: 'Nguồn “{value}” không đo được nên không có share hay n. Hãy bỏ đi, hoặc nêu nguồn advertisements.',
    en: 'The source “{value}” measures nothing and has no share or n. Take them out, or name advertisements as the source.',
  },
  'title-twice': {
    vi: 'Chức danh “{value}” đã thuộc về {owner} ({file}:{line}). Một chức danh chỉ dẫn đến một vị trí.',
    en: 'The title “{value}” belongs to {owner} ({file}:{line}). A title leads to one role.',
  },
  'domain-without-weight': {
    vi: '{count} phần thi của {code} không có tỷ trọng trong khi các phần khác có. Hãy điền hết hoặc bỏ hết.',
    en: '{count} domains of {code} have no weight while others do. Fill in all of them, or none.',
  },
  'domain-weights': {
    vi: 'Tỷ trọng các phần thi của {code} cộng lại là {value} %, không phải 100 % (± 1). Hãy đối chiếu với đề cương thi.',
    en: 'The weights of the domains of {code} make {value} %, not 100 % (± 1). Compare them with the exam outline.',
  },
  'validity-both': {
    vi: '{code} vừa có validityMonths vừa ghi không hết hạn. Hãy giữ một.',
    en: '{code} has validityMonths and says that it never ends. Keep one.',
  },
  'crosswalk-header': {
    vi: 'Dòng đầu phải là các cột cách nhau bằng tab: {value}.',
    en: 'The first line must be the columns, separated by tabs: {value}.',
  },
  'crosswalk-cells': {
    vi: 'Dòng có {count} ô, cần {expected}. Các ô cách nhau bằng tab; ô trống vẫn cần tab.',
    en: 'The row has {count} cells and needs {expected}. Cells are separated by tabs; an empty one keeps its tab.',
  },
  'crosswalk-twice': {
    vi: '{value} đã được nối với cùng mục này ở dòng {line}. Hãy giữ một dòng.',
    en: '{value} is linked with the same item in line {line}. Keep one row.',
  },
  'crosswalk-exact-twice': {
    vi: '{value} đã tương đương với một mục khác ở dòng {line}; mỗi mục chỉ tương đương với một mục. Hãy đổi quan hệ của một dòng.',
    en: '{value} is exactly another item in line {line}; an item is exactly one. Change the relation of one row.',
  },
};
