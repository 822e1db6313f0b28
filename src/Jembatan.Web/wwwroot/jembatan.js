// What every page does beyond links and forms: drawers without losing the place, keys, theme.
import { visit, onArrive } from './visit.js';
import { startCoding } from './coding.js';
import './import.js';
import './coverage.js';
import './keys.js';

const ours = url => url.origin === location.origin && !url.pathname.startsWith('/assets/');

document.addEventListener('click', event => {
  const link = event.target.closest?.('a[data-keep]');
  if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const url = new URL(link.href);
  if (!ours(url)) return;
  event.preventDefault();
  visit(url, { focus: link.hasAttribute('data-close') ? null : url.hash.slice(1) });
});

document.addEventListener('click', event => {
  const toggle = event.target.closest?.('#theme');
  if (!toggle || event.button || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const root = document.documentElement;
  root.dataset.theme = root.dataset.theme === 'dark' ? 'light' : 'dark';
  document.cookie = `jembatan-theme=${root.dataset.theme}; path=/; max-age=31536000; samesite=strict`;
});

// Arrow keys walk the cells of a board from the one that has the focus or is open.
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape') {
    const close = document.querySelector('a[data-close]');
    if (close && !document.querySelector('.pop:not([hidden])')) close.click();
    return;
  }
  if (typing(event.target)) return;
  const station = document.querySelector(`a[data-key="${CSS.escape(event.key)}"]`);
  if (station) { station.click(); return; }
  const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
  const cell = step && (event.target.closest?.('a[data-cell]') ?? (event.target.closest?.('.drw') && document.querySelector('a[data-cell][aria-current]')));
  if (!cell) return;
  const row = cell.closest('tr');
  const next = step[0] ? (step[0] < 0 ? row.previousElementSibling : row.nextElementSibling) : row;
  const column = [...row.querySelectorAll('a[data-cell]')].indexOf(cell) + step[1];
  const target = next?.querySelectorAll('a[data-cell]')[column];
  if (!target) return;
  event.preventDefault();
  if (document.querySelector('.drw')) visit(new URL(target.href), { again: target.getAttribute('href') });
  else target.focus();
});

export const typing = target => target.matches?.('input, textarea, select, [contenteditable=true]');

// Coming back over the history, a browser restores the window but not a list that scrolls by itself: the place that the address names is shown again.
addEventListener('pageshow', () => {
  const at = document.getElementById('at');
  const [box, within] = [at?.getBoundingClientRect(), document.getElementById('doc')?.getBoundingClientRect()];
  if (box && within && (box.bottom < Math.max(0, within.top) || box.top > Math.min(innerHeight, within.bottom))) at.scrollIntoView({ block: 'center' });
});

onArrive(startCoding);
startCoding();
