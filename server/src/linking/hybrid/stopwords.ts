/** Words that carry no competency: they neither retrieve nor count as missing. */
export const stopWords = new Set(
  (
    'a an and as at be by for from in into is of on or our s such that the their them this to via we ' +
    'will with within you your e g i ie eg etc using use used ' +
    'các của cho có là một những theo trong trên và về với hoặc được khi từ để'
  ).split(' '),
);
