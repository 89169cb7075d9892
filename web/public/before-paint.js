// Runs before the first paint, so that a dark screen never flashes white and the language is right.
// A file of its own, because the content security policy allows no inline scripts.
(function () {
  var root = document.documentElement;
  var scheme = null;
  var language = null;
  try {
    scheme = localStorage.getItem('nhip.scheme');
    language =
      new URLSearchParams(location.search).get('lang') || localStorage.getItem('nhip.language');
  } catch (_) {
    /* storage may be forbidden: the defaults hold */
  }
  var dark =
    scheme === 'dark' || (scheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.setAttribute('data-scheme', dark ? 'dark' : 'light');
  if (language === 'en') root.lang = 'en';
})();
