import { defineMessages } from '../../language.ts';

export const chartMessages = defineMessages('chart', {
  vi: {
    download: 'Tải hình',
    downloadOf: 'Tải hình: {{chart}}',
    svgOf: 'SVG: {{chart}}',
    pngOf: 'PNG: {{chart}}',
    busy: 'Đang vẽ hình…',
    done: 'Đã lưu {{file}}',
    failed: 'Chưa vẽ được hình. Hãy kiểm tra kết nối rồi bấm lại.',
    source: 'Nguồn: {{parts}}',
    exported: 'Xuất từ Nhịp ngày {{date}}',
  },
  en: {
    download: 'Download the chart',
    downloadOf: 'Download the chart: {{chart}}',
    svgOf: 'SVG: {{chart}}',
    pngOf: 'PNG: {{chart}}',
    busy: 'Drawing the chart…',
    done: 'Saved {{file}}',
    failed: 'The chart could not be drawn. Check the connection, then press again.',
    source: 'Source: {{parts}}',
    exported: 'Exported from Nhịp on {{date}}',
  },
});
