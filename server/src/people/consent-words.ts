import type { ConsentPurpose } from './purposes.ts';

/**
 * The words that a person agrees to, per purpose. Whoever changes one gives it a new version: a
 * consent names the version that was read.
 */
export const CONSENT_WORDING_VERSION = '2026-11';

export const consentWords: Record<ConsentPurpose, { vi: string; en: string }> = {
  'credit-recognition': {
    vi: 'Tôi đồng ý để {organisation} xem các loại dữ liệu đã chọn về tôi để xét công nhận tín chỉ, đến hết ngày đã chọn. Tôi có thể rút lại bất cứ lúc nào; việc rút lại không ảnh hưởng đến những gì đã được xem trước đó.',
    en: 'I agree that {organisation} may look at the kinds of data chosen about me to recognise credits, to the end of the day chosen. I can withdraw this at any time; what was looked at before stays lawful.',
  },
  recruitment: {
    vi: 'Tôi đồng ý để {organisation} xem các loại dữ liệu đã chọn về tôi để tuyển dụng, đến hết ngày đã chọn. Tôi có thể rút lại bất cứ lúc nào; không đồng ý không bị coi là từ chối ứng tuyển.',
    en: 'I agree that {organisation} may look at the kinds of data chosen about me to recruit, to the end of the day chosen. I can withdraw this at any time; not agreeing does not mean that I do not apply.',
  },
  'workforce-planning': {
    vi: 'Tôi đồng ý để {organisation} xem các loại dữ liệu đã chọn về tôi để quy hoạch nhân lực, đến hết ngày đã chọn. Tôi có thể rút lại bất cứ lúc nào.',
    en: 'I agree that {organisation} may look at the kinds of data chosen about me to plan its workforce, to the end of the day chosen. I can withdraw this at any time.',
  },
  training: {
    vi: 'Tôi đồng ý để {organisation} xem các loại dữ liệu đã chọn về tôi để tổ chức đào tạo, bồi dưỡng, đến hết ngày đã chọn. Tôi có thể rút lại bất cứ lúc nào.',
    en: 'I agree that {organisation} may look at the kinds of data chosen about me to organise training, to the end of the day chosen. I can withdraw this at any time.',
  },
  support: {
    vi: 'Tôi đồng ý để {organisation} xem các loại dữ liệu đã chọn về tôi để hỗ trợ tôi theo yêu cầu, đến hết ngày đã chọn. Tôi có thể rút lại bất cứ lúc nào.',
    en: 'I agree that {organisation} may look at the kinds of data chosen about me to help me as I ask, to the end of the day chosen. I can withdraw this at any time.',
  },
};

/** A consent in one sentence. */
export const consentSentence = {
  vi: '{organisation} được xem {kinds} để {purpose}, đến {date}.',
  en: '{organisation} may look at your {kinds} to {purpose}, until {date}.',
};
