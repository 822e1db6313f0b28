// The box under a selection: type part of a code's name, choose, Enter. A name that is not known makes a new code.
let onChoose = null, onClose = null, active = 0, shown = [];
const kept = 'jembatan-recent';
const box = () => document.getElementById('pop');
const input = () => document.getElementById('pop-code');

export const isOpen = () => !!box() && !box().hidden;

const codes = () => [...document.getElementById('pop-codes').content.querySelectorAll('data')].map(d => ({ code: d.value, name: d.textContent, color: d.className, about: d.title }));

const recents = () => {
  const known = new Set(codes().map(c => c.code));
  const mine = JSON.parse(sessionStorage.getItem(kept) ?? '[]').concat((box().dataset.recent ?? '').split(' ').filter(Boolean));
  return [...new Set(mine)].filter(c => known.has(c)).slice(0, 9);
};

// Notes a code as used lately.
export const recent = code => { sessionStorage.setItem(kept, JSON.stringify([code, ...recents().filter(c => c !== code)].slice(0, 9))); };

// The code used lately at a place of the list, or nothing.
export const choose = index => recents()[index];

export function openBox(at, chosen, closed) {
  [onChoose, onClose] = [chosen, closed];
  box().hidden = false;
  input().value = '';
  list();
  const height = box().offsetHeight;
  box().style.left = `${Math.min(Math.max(8, at.left), innerWidth - box().offsetWidth - 8)}px`;
  box().style.top = `${at.bottom + 8 + height < innerHeight ? at.bottom + 8 : Math.max(8, at.top - height - 8)}px`;
  input().focus();
}

// The stance and basis that were chosen, for one coding: the next starts from in favour and without a basis again.
export function takeMarks() {
  const [stance, basis] = [document.getElementById('pop-stance'), document.getElementById('pop-basis')];
  const marks = { stance: stance.value, basis: basis.value };
  [stance.value, basis.value] = ['1', ''];
  return marks;
}

export function closeBox() {
  if (!isOpen()) return;
  takeMarks();
  box().hidden = true;
  onClose?.();
}

const fold = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function matches(typed) {
  const all = codes();
  const lately = recents();
  if (!typed) return [...lately.map(c => all.find(a => a.code === c)), ...all.filter(a => !lately.includes(a.code))];
  const words = fold(typed).split(/\s+/);
  const rank = c => fold(c.code) === fold(typed) ? 0 : fold(c.code).startsWith(fold(typed)) ? 1 : fold(c.name).startsWith(fold(typed)) ? 2 : words.every(w => fold(`${c.code} ${c.name}`).includes(w)) ? 3 : words.every(w => fold(`${c.code} ${c.name} ${c.about}`).includes(w)) ? 4 : 9;
  return all.map(c => [rank(c), c]).filter(([r]) => r < 9).sort((a, b) => a[0] - b[0]).map(([, c]) => c);
}

function list() {
  const typed = input().value.trim();
  shown = matches(typed).slice(0, 40);
  const known = shown.some(c => fold(c.code) === fold(typed) || fold(c.name) === fold(typed));
  if (typed && !known) shown.push({ code: typed, isNew: true });
  active = 0;
  const rows = shown.map((c, i) => {
    const row = document.createElement('li');
    row.id = `pop-${i}`;
    row.setAttribute('role', 'option');
    if (c.isNew) row.textContent = box().dataset.new.replace('{0}', c.code);
    else {
      const chip = Object.assign(document.createElement('span'), { className: `code ${c.color}` });
      chip.append(Object.assign(document.createElement('i'), { textContent: c.code }), Object.assign(document.createElement('span'), { textContent: c.name }));
      row.append(chip, Object.assign(document.createElement('span'), { className: 'd', textContent: c.about }));
    }
    row.addEventListener('pointerdown', event => { event.preventDefault(); take(i); });
    return row;
  });
  document.getElementById('pop-list').replaceChildren(...rows);
  mark();
}

function mark() {
  [...document.getElementById('pop-list').children].forEach((row, i) => { row.setAttribute('aria-selected', i === active); if (i === active) row.scrollIntoView({ block: 'nearest' }); });
  if (shown.length) input().setAttribute('aria-activedescendant', `pop-${active}`); else input().removeAttribute('aria-activedescendant');
}

function take(index) {
  const chosen = shown[index];
  if (!chosen) return;
  box().hidden = true;
  onChoose?.(chosen.code);
}

document.addEventListener('input', event => { if (event.target.id === 'pop-code') list(); });

document.addEventListener('keydown', event => {
  if (!isOpen()) return;
  if (event.key === 'Escape') { event.preventDefault(); event.stopPropagation(); closeBox(); return; }
  if (event.target.id !== 'pop-code') return;
  if (event.key === 'Enter') {
    event.preventDefault();
    const fresh = shown.findIndex(c => c.isNew);
    take(event.ctrlKey && fresh >= 0 ? fresh : active);
  } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    active = (active + (event.key === 'ArrowDown' ? 1 : -1) + shown.length) % Math.max(1, shown.length);
    mark();
  }
}, true);

document.addEventListener('pointerdown', event => { if (isOpen() && !event.target.closest?.('#pop')) closeBox(); });
