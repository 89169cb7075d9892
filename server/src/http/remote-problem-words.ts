/** Problems with other servers that are asked by an address which somebody typed in. */
export const remoteProblemWords = {
  'remote-address-refused': {
    vi: 'Không lấy dữ liệu từ “{host}”: chỉ nhận địa chỉ https công khai, không nhận địa chỉ trong mạng nội bộ hay của chính máy chủ. Hãy kiểm tra lại địa chỉ; nếu đây là máy chủ nội bộ tin cậy, người vận hành có thể khai báo trong PULL_HOSTS.',
    en: 'Nothing is fetched from “{host}”: only public https addresses are asked, none inside a network or of this server itself. Check the address; if it is a server of your own network, the operator can name it in PULL_HOSTS.',
    status: 400,
  },
  'remote-unreachable': {
    vi: 'Không lấy được dữ liệu từ {host} ({what}). Máy chủ đó có thể đang tạm ngừng hoặc ngắt kết nối giữa chừng; hãy thử lại sau. Chưa có gì được nhập.',
    en: 'Nothing could be fetched from {host} ({what}). It may be down, or it broke off midway; try again later. Nothing was imported.',
    status: 502,
  },
  'remote-too-slow': {
    vi: '{host} trả lời quá chậm hoặc không dứt nên đã bị ngắt. Hãy thử lại sau, hoặc tải tệp về rồi nhập từ máy. Chưa có gì được nhập.',
    en: '{host} answered too slowly, or without end, and was cut off. Try again later, or download the file and import it. Nothing was imported.',
    status: 504,
  },
  'remote-too-large': {
    vi: 'Câu trả lời của {host} lớn hơn {limit} nên không được nhận. Hãy kiểm tra địa chỉ có đúng là một gói khung năng lực không. Chưa có gì được nhập.',
    en: 'The answer of {host} is larger than {limit} and was not taken. Check whether the address is that of one framework package. Nothing was imported.',
    status: 502,
  },
  'remote-redirects': {
    vi: '{host} chuyển hướng quá {most} lần. Hãy dùng địa chỉ cuối cùng mà trình duyệt hiển thị. Chưa có gì được nhập.',
    en: '{host} redirects more than {most} times. Use the last address that a browser shows. Nothing was imported.',
    status: 502,
  },
  'remote-answer-unexpected': {
    vi: '{host} không trả về dữ liệu CASE ở địa chỉ này ({what}). Hãy kiểm tra lại địa chỉ, ví dụ https://…/ims/case/v1p0/CFPackages/… Chưa có gì được nhập.',
    en: '{host} does not answer with CASE data at this address ({what}). Check the address, for example https://…/ims/case/v1p0/CFPackages/… Nothing was imported.',
    status: 502,
  },
  'remote-not-authorised': {
    vi: '{host} từ chối truy cập ({what}). Hãy kiểm tra mã máy khách, khóa bí mật và địa chỉ cấp thẻ, hoặc hỏi đơn vị quản lý máy chủ đó.',
    en: '{host} refuses access ({what}). Check the client id, its secret and the token address, or ask whoever runs that server.',
    status: 502,
  },
} as const;
