/** Problems of this room; messages.ts adds them to the others. */
export const crosswalkProblemWords = {
  'crosswalk-one-framework': {
    vi: 'Liên kết đối chiếu nối hai khung khác nhau, còn cả hai mục đều thuộc khung “{code}”. Hãy chọn một mục của khung khác.',
    en: 'A crosswalk joins two frameworks, and both items belong to “{code}”. Choose an item of another framework.',
    status: 422,
  },
  'crosswalk-decided-meanwhile': {
    vi: 'Cặp này vừa được người khác xử lý. Hãy xem lại quyết định mới nhất, rồi quyết định lại nếu vẫn cần.',
    en: 'Somebody else has just dealt with this pair. Look at what stands now, and decide again if you still need to.',
    status: 409,
  },
  'crosswalk-known': {
    vi: 'Hai mục này đã có liên kết đối chiếu hoặc đề xuất. Hãy mở cặp đó để xử lý.',
    en: 'These two items already have a crosswalk or a proposal. Open that pair to decide on it.',
    status: 409,
  },
  'crosswalk-preview-outdated': {
    vi: 'Danh sách đã thay đổi kể từ lúc xem trước nên chưa chấp nhận mục nào. Hãy xem lại rồi xác nhận.',
    en: 'The list has changed since the preview, so nothing was accepted. Look at it again and confirm.',
    status: 409,
  },
} as const;
