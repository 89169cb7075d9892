/** Why a field of a request is refused; {…} are filled from the rule that it broke. */
export const VALIDATION_WORDS = {
  type: { vi: 'phải có kiểu {expected}', en: 'must be of type {expected}' },
  least: { vi: 'phải từ {minimum} trở lên', en: 'must be at least {minimum}' },
  above: { vi: 'phải lớn hơn {minimum}', en: 'must be greater than {minimum}' },
  most: { vi: 'không được quá {maximum}', en: 'must be at most {maximum}' },
  'least-length': {
    vi: 'phải có độ dài từ {minimum} trở lên',
    en: 'must have a length of at least {minimum}',
  },
  'most-length': {
    vi: 'không được dài quá {maximum}',
    en: 'must have a length of at most {maximum}',
  },
  format: { vi: 'không đúng dạng {format}', en: 'is not written as {format}' },
  choice: { vi: 'phải là một trong: {values}', en: 'must be one of: {values}' },
  unstorable: {
    vi: 'có giá trị ngoài phạm vi hoặc chứa ký tự NUL',
    en: 'a value is out of range or contains the character NUL',
  },
  other: { vi: 'không hợp lệ', en: 'is not valid' },
} as const;
