// Opens an address of the workspace in place: same scroll position, right focus, one entry in the history.
import { working, done } from './working.js';

const arrivals = [];
let asked = 0;
let asking = new AbortController();

export const onArrive = act => arrivals.push(act);

// A page may show another state of itself with less than the whole page; it answers true when it did.
const shortcuts = [];
export const inPlace = shortcut => shortcuts.push(shortcut);

export const say = words => {
  const status = document.getElementById('status');
  if (status) { status.textContent = ''; requestAnimationFrame(() => { status.textContent = words; }); }
};

// Says a short message to everybody: on the page for those who see it, in the status for those who listen.
let telling = 0;
export const tell = words => {
  say(words);
  const told = document.getElementById('told');
  if (!told) return;
  told.textContent = words;
  told.hidden = false;
  clearTimeout(telling);
  telling = setTimeout(() => { told.hidden = true; }, 10_000);
};

export async function visit(url, { focus, again, push = true, whole = false } = {}) {
  const turn = ++asked;
  asking.abort();      // the server need not work out what nobody waits for any more
  asking = new AbortController();
  const { signal } = asking;
  for (const shortcut of shortcuts) if (await shortcut(url, { push, whole })) return;
  working();
  const answer = await fetch(url, { headers: { 'X-In-Place': '1' }, signal }).catch(() => null);
  if (turn !== asked) return;
  if (!answer || !answer.headers.get('content-type')?.startsWith('text/html')) { location.assign(url); return; }
  const text = await answer.text().catch(() => null);
  if (turn !== asked || text === null) return;
  const page = new DOMParser().parseFromString(text, 'text/html');
  const incoming = page.getElementById('content');
  const bar = page.querySelector('.bar');
  if (!incoming || !bar) { location.assign(url); return; }
  done();
  const scrolled = [...document.querySelectorAll('[data-scroll]')].map(e => [e.id, e.scrollTop]);
  const [x, y] = [scrollX, scrollY];
  document.getElementById('content').replaceWith(document.importNode(incoming, true));
  document.querySelector('.bar').replaceWith(document.importNode(bar, true));
  document.title = page.title;
  const token = page.querySelector('meta[name=request-token]');
  if (token) document.querySelector('meta[name=request-token]').content = token.content;
  if (push) history.pushState({ inPlace: true }, '', url);
  scrollTo(x, y);
  for (const [id, top] of scrolled) { const e = document.getElementById(id); if (e) e.scrollTop = top; }
  const target = again ? document.querySelector(`a[href="${CSS.escape(again)}"]`) : focus ? document.getElementById(focus) : null;
  target?.focus({ preventScroll: !matchMedia('(max-width: 1180px)').matches });
  say(document.querySelector('#cell h2, #cause h2, .ins h2')?.textContent.trim() ?? document.title);
  for (const act of arrivals) act();
}

addEventListener('popstate', () => visit(new URL(location.href), { push: false }));
history.replaceState({ inPlace: true }, '');
