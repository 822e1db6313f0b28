// Says that a page is being worked out when that takes longer than a moment.
const moment = 700;
const elsewhere = /^\/(assets|report\/file)/; // what becomes a file leaves this page as it is
let timer;

export const working = () => {
  clearTimeout(timer);
  timer = setTimeout(() => { const sign = document.getElementById('working'); if (sign) sign.hidden = false; }, moment);
};

export const done = () => {
  clearTimeout(timer);
  const sign = document.getElementById('working');
  if (sign) sign.hidden = true;
};

document.addEventListener('click', event => {
  const link = event.target.closest?.('a[href]');
  if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || link.hasAttribute('download') || link.target) return;
  const url = new URL(link.href);
  const here = url.pathname === location.pathname && url.search === location.search;
  if (url.origin === location.origin && !here && !elsewhere.test(url.pathname)) working();
});
document.addEventListener('submit', event => { if (!event.defaultPrevented) working(); });
document.addEventListener('keydown', event => { if (event.key === 'Escape') done(); });
addEventListener('pageshow', done);
addEventListener('pagehide', done);
