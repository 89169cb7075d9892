/** Problems of keeping in step with other servers; messages.ts adds them to the others. */
export const pullProblemWords = {
  'subscription-exists': {
    vi: 'Tổ chức của bạn đã theo dõi địa chỉ {url}. Hãy sửa mục đang có trong danh sách.',
    en: 'Your organisation follows {url} already. Change the entry that stands in the list.',
    status: 409,
  },
} as const;
