import { defineMessages } from '../language.ts';

export const referenceMessages = defineMessages('reference', {
  vi: {
    title: 'Có phiên bản mới đi cùng chương trình',
    first:
      'Chương trình mang theo phiên bản {{version}} (ngày {{date}}); ở đây chưa công bố phiên bản nào.',
    newer:
      'Chương trình mang theo phiên bản {{version}} (ngày {{date}}); ở đây đang dùng phiên bản {{here}}.',
    meaning:
      'Khi công bố, phiên bản cũ được thay thế; liên kết, yêu cầu và quyết định đã có vẫn gắn với năng lực cũ. Sau đó mọi tin tuyển dụng và chương trình đào tạo được liên kết lại ở chế độ nền, nên số liệu sẽ thay đổi.',
    publish: 'Công bố phiên bản {{version}}',
    draft:
      'Đang có một bản nháp của khung này. Hãy công bố hoặc bỏ bản nháp trước khi nhận phiên bản mới.',
    published:
      'Đã công bố phiên bản {{version}}. Tin tuyển dụng và chương trình đang được liên kết lại ở chế độ nền.',
    crosswalks: {
      title: 'Đối chiếu đi cùng chương trình',
      offered: '{{framework}}: {{count}} đối chiếu chưa đưa vào',
      waiting: '{{framework}}: {{count}} đối chiếu chờ đến khi khung này được nhập',
      bring: 'Đưa vào',
      brought: 'Đã đưa vào {{added}} đối chiếu mới, sửa {{changed}}, bỏ {{removed}}.',
    },
    equatings: {
      title: 'Quy đổi mức đi cùng chương trình',
      offered: '{{title}}: {{count}} thay đổi chưa đưa vào',
      waiting: '{{title}}: {{count}} mức chờ đến khi khung này được nhập',
      brought: 'Đã đưa vào {{added}} quy đổi mới, chấm dứt {{ended}}.',
    },
  },
  en: {
    title: 'A newer version comes with the program',
    first: 'The program carries version {{version}} (of {{date}}); none is published here yet.',
    newer:
      'The program carries version {{version}} (of {{date}}); version {{here}} is in force here.',
    meaning:
      'Publishing supersedes the older version; links, requirements and decisions stay with their competencies. Then all advertisements and programmes are linked anew in the background, so figures will move.',
    publish: 'Publish version {{version}}',
    draft:
      'Somebody is drafting a version of this framework. Publish the draft, or give it up, before the newer version is taken.',
    published:
      'Version {{version}} is published. Advertisements and programmes are being linked anew in the background.',
    crosswalks: {
      title: 'Crosswalks that come with the program',
      offered_one: '{{framework}}: {{count}} crosswalk to bring in',
      offered: '{{framework}}: {{count}} crosswalks to bring in',
      waiting_one: '{{framework}}: {{count}} crosswalk waits until that framework is imported',
      waiting: '{{framework}}: {{count}} crosswalks wait until that framework is imported',
      bring: 'Bring in',
      brought: '{{added}} crosswalks added, {{changed}} changed, {{removed}} removed.',
    },
    equatings: {
      title: 'Equated levels that come with the program',
      offered_one: '{{title}}: {{count}} change to bring in',
      offered: '{{title}}: {{count}} changes to bring in',
      waiting_one: '{{title}}: {{count}} level waits until that framework is imported',
      waiting: '{{title}}: {{count}} levels wait until that framework is imported',
      brought: '{{added}} equatings added, {{ended}} ended.',
    },
  },
});
