// Coding in a transcript: select words with mouse or keys, name a code, Enter. The words stay marked while the server saves.
import { inPlace, say, tell, visit } from './visit.js';
import { linesOf, rangeOf, selected, wordsOf } from './positions.js';
import { choose, isOpen, openBox, recent, takeMarks } from './codebox.js';

const app = () => document.querySelector('.app');
const doc = () => document.getElementById('doc');
const typing = target => target.matches?.('input, textarea, select, [contenteditable=true]');
let pending = null;                       // the stretch to be coded
let caret = null;                         // words chosen with the keyboard: { line, from, to }

const paint = (name, stretch) => {
  if (!CSS.highlights) return;
  const range = stretch && rangeOf(doc(), stretch.start, stretch.end);
  if (range) CSS.highlights.set(name, new Highlight(range)); else CSS.highlights.delete(name);
};

const boxOf = stretch => rangeOf(doc(), stretch.start, stretch.end)?.getBoundingClientRect();

function offer(stretch) {
  pending = stretch;
  const chip = document.getElementById('chip-code');
  if (!chip) return;
  chip.hidden = !stretch || isOpen();
  if (!stretch) return;
  const box = boxOf(stretch);
  chip.style.left = `${Math.min(Math.max(8, box.right - 60), innerWidth - 180)}px`;
  chip.style.top = `${Math.min(box.bottom + 6, innerHeight - 48)}px`;
}

// What C and the digits would code: words selected, words chosen by keys, else the stretch that is open.
const stretchNow = () => selected(doc()) ?? (caret && pending) ?? atOf();

function atOf() {
  const at = new URL(location.href).searchParams.get('at')?.match(/^(\d+)-(\d+)$/);
  return at ? { start: Number(at[1]), end: Number(at[2]) } : null;
}

function open() {
  const stretch = stretchNow();
  if (!stretch) { say(document.getElementById('pop').dataset.select); return; }
  offer(stretch);
  paint('pending', stretch);
  document.getElementById('chip-code').hidden = true;
  openBox(boxOf(stretch), code => apply(stretch, code), () => { paint('pending', null); offer(null); doc().focus({ preventScroll: true }); });
}

async function send(path, fields) {
  const body = new URLSearchParams(fields);
  body.set('__RequestVerificationToken', document.querySelector('meta[name=request-token]').content);
  const answer = await fetch(path, { method: 'POST', body, headers: { Accept: 'application/json' } });
  const json = answer.headers.get('content-type')?.startsWith('application/json') ? await answer.json() : null;
  if (!answer.ok) throw new Error(json?.problem?.message ?? '');
  return json;
}

function failed(words, again) {
  words = again ? [document.getElementById('pop').dataset.failed, words].filter(Boolean).join(' ') : words;
  const bar = document.getElementById('failed');
  const box = document.getElementById('pop');
  bar.replaceChildren(document.createTextNode(words));
  if (!again) return;
  const button = Object.assign(document.createElement('button'), { className: 'btn', type: 'button', textContent: box.dataset.again });
  button.addEventListener('click', again);
  bar.append(' ', button);
}

async function apply(stretch, code, marks = takeMarks()) {
  const box = document.getElementById('pop');
  const saved = document.getElementById('saved');
  paint('pending', stretch);
  saved.textContent = box.dataset.saving;
  try {
    const done = await send('/doors/codings', { source: app().dataset.source, ...stretch, code, ...marks });
    recent(done.code);
    getSelection().removeAllRanges();
    caret = null;
    offer(null);
    const url = new URL(location.href);
    url.hash = '';
    url.searchParams.set('at', `${done.start}-${done.end}`);
    url.searchParams.set('coding', done.id);
    await show(url, { codebook: true, touched: [done] });
    document.getElementById('saved').textContent = box.dataset.saved.replace('{0}', clock());
    document.getElementById('failed').replaceChildren();
    say(done.words);
  } catch (error) {
    saved.textContent = '';
    failed(error.message, () => { document.getElementById('failed').replaceChildren(); apply(stretch, code, marks); });
  }
  paint('pending', null);
}

const clock = () => new Date().toLocaleTimeString(document.documentElement.lang === 'en' ? 'en-GB' : 'id-ID', { hour: '2-digit', minute: '2-digit' });

// Shows another state of the same transcript by fetching only the lines that change, the panel and, after a change, the codebook.
async function show(url, { codebook = false, touched = [], push = true } = {}) {
  const old = [...doc().querySelectorAll('.ln:has(.at), .ln:has(.stripe.on)')];
  const target = url.searchParams.get('at')?.match(/^(\d+)-(\d+)$/);
  const stretches = target ? [...touched, { start: Number(target[1]), end: Number(target[2]) }] : touched;
  const lines = new Set([...old, ...stretches.flatMap(s => linesOf(doc(), s.start, s.end))].map(l => Number(l.id.slice(1))));
  const part = new URL(url);
  part.hash = '';
  part.searchParams.set('lines', lines.size ? [...lines].map(n => `${n}-${n + 1}`).join(',') : '0-1');
  const answer = await fetch(part, { headers: { 'X-In-Place': '1' } });
  if (!answer.ok) { location.assign(url); return; }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const line of page.querySelectorAll('.ln')) document.getElementById(line.id)?.replaceWith(document.importNode(line, true));
  document.getElementById('panel').replaceWith(document.importNode(page.getElementById('panel'), true));
  if (codebook) swapBook(page);
  if (push) history.pushState({ inPlace: true }, '', url);
  document.querySelector('#at')?.scrollIntoView({ block: 'nearest' });
}

function swapBook(page) {
  const [tree, find] = [document.getElementById('tree'), document.getElementById('find-code')];
  const top = tree.scrollTop;
  tree.replaceWith(document.importNode(page.getElementById('tree'), true));
  document.getElementById('tree').scrollTop = top;
  document.getElementById('pop-codes').innerHTML = page.getElementById('pop-codes').innerHTML;
  filter(find.value);
}

const filter = typed => {
  const words = typed.trim().toLowerCase().split(/\s+/).filter(Boolean);
  for (const row of document.querySelectorAll('#tree li')) row.hidden = !words.every(w => row.dataset.find.includes(w));
};

// Choosing words with keys, from the line whose number has the focus.
function walk(key, extend) {
  const line = document.activeElement?.closest?.('.ln');
  if (!line) return false;
  const words = wordsOf(line);
  if (!words.length) return false;
  if (caret?.line !== line) caret = { line, from: -1, to: -1 };
  const step = key === 'ArrowRight' ? 1 : -1;
  if (caret.from < 0) caret.from = caret.to = step > 0 ? 0 : words.length - 1;
  else if (extend) caret.to = Math.min(Math.max(caret.from, caret.to + step), words.length - 1);
  else caret.from = caret.to = Math.min(Math.max(0, (step > 0 ? caret.to : caret.from) + step), words.length - 1);
  const stretch = { start: words[caret.from].start, end: words[caret.to].end };
  paint('pending', stretch);
  offer(stretch);
  say(rangeOf(doc(), stretch.start, stretch.end).toString());
  return true;
}

function toLine(step) {
  const here = document.activeElement?.closest?.('.ln') ?? doc().querySelector('.ln:has(.at)');
  const next = here ? (step > 0 ? here.nextElementSibling : here.previousElementSibling) : doc().querySelector('.ln');
  next?.querySelector('.no')?.focus();
}

function toQuote(step) {
  const stripes = [...doc().querySelectorAll('.stripe')];
  const now = stripes.findIndex(s => s.classList.contains('on'));
  const next = stripes[now < 0 ? (step > 0 ? 0 : stripes.length - 1) : now + step];
  if (!next) return;
  next.scrollIntoView({ block: 'center' });
  visit(new URL(next.href), {}).then(() => document.getElementById(next.id)?.focus({ preventScroll: true }));
}

document.addEventListener('keydown', event => {
  if (!app() || isOpen() || event.altKey || typing(event.target)) return;
  if (event.ctrlKey || event.metaKey) return;
  const act = {
    c: open, C: open, j: () => toLine(1), k: () => toLine(-1), '[': () => toQuote(-1), ']': () => toQuote(1),
    '/': () => document.getElementById('find-code').focus(),
    Escape: () => { caret = null; paint('pending', null); offer(null); },
  }[event.key];
  if (act) { event.preventDefault(); act(); return; }
  if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') { if (walk(event.key, event.shiftKey)) event.preventDefault(); return; }
  if (/^[1-9]$/.test(event.key)) {
    const code = choose(Number(event.key) - 1);
    const stretch = stretchNow();
    if (code && stretch) { event.preventDefault(); apply(stretch, code); }
  }
});

// Undo and redo work on every page; in a transcript undo takes back coding work only.
document.addEventListener('keydown', event => {
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z' || typing(event.target)) return;
  event.preventDefault();
  step(event.shiftKey ? '/doors/redo' : '/doors/undo', app() ? { source: app().dataset.source } : {});
});

async function step(path, fields) {
  try {
    const done = await send(path, fields);
    if (done.goTo) { location.assign(done.goTo); return; }
    await visit(new URL(location.href), { push: false, whole: true });
    tell(done.words);
  } catch (error) {
    if (app()) failed(error.message); else tell(error.message);
  }
}

document.addEventListener('submit', event => {
  const form = event.target;
  if (!app() || !/^\/doors\//.test(form.getAttribute('action') ?? '')) return;
  event.preventDefault();
  const fields = new FormData(form, event.submitter);
  if (form.classList.contains('apply')) apply({ start: Number(fields.get('start')), end: Number(fields.get('end')) }, fields.get('code'));
  else step(form.getAttribute('action'), fields);
});

let dragging = false;
document.addEventListener('pointerdown', event => { dragging = !!event.target.closest?.('#doc'); });
document.addEventListener('pointerup', () => { dragging = false; setTimeout(() => { keepToWords(); settle(); }); });
document.addEventListener('selectionchange', () => { if (!dragging && app() && !isOpen()) settle(); });

// A drag that begins on a speaker's label selects the words alone, as it codes them alone.
function keepToWords() {
  const stretch = app() && !isOpen() && selected(doc());
  const range = stretch && getSelection().getRangeAt(0);
  if (!range || ![range.startContainer, range.endContainer].some(n => n.parentElement?.closest('.sp') || n.closest?.('.sp'))) return;
  const words = rangeOf(doc(), stretch.start, stretch.end);
  if (words) getSelection().setBaseAndExtent(words.startContainer, words.startOffset, words.endContainer, words.endOffset);
}

function settle() {
  if (!app() || isOpen()) return;
  const stretch = selected(doc());
  if (stretch) { caret = null; paint('pending', null); }
  if (stretch || !caret) offer(stretch);
}

document.addEventListener('click', event => {
  if (!app()) return;
  if (event.target.closest?.('#chip-code')) { open(); return; }
  const mark = event.target.closest?.('.tx mark[data-c]');
  const stripe = mark && document.getElementById(`c-${mark.dataset.c}`);
  if (stripe && getSelection().isCollapsed) visit(new URL(stripe.href), {});
});

document.addEventListener('input', event => { if (event.target.id === 'find-code') filter(event.target.value); });

inPlace(async (url, options) => {
  const here = new URL(location.href);
  if (!app() || options.whole || url.pathname !== app().dataset.path || (url.searchParams.get('by') ?? '') !== (app().dataset.by ?? '')) return false;
  await show(url, { push: options.push !== false && url.href !== here.href });
  return true;
});

export const startCoding = () => { pending = caret = null; paint('pending', null); };
