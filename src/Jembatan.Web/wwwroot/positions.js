// Positions in a transcript are Unicode code points; the page's strings are UTF-16. Converted here and nowhere else in the browser.
export const length = text => { let n = text.length; for (let i = 0; i < text.length; i++) if ((text.charCodeAt(i) & 0xfc00) === 0xdc00) n--; return n; };

export const startOf = line => Number(line.dataset.s);

const textOf = line => line.querySelector('.tx');

// How many code points of a line's text stand before a point of the document; null when the point is outside of it.
function before(line, node, offset) {
  const text = textOf(line);
  if (!text.contains(node)) return null;
  const range = document.createRange();
  range.setStart(text, 0);
  range.setEnd(node, offset);
  return length(range.toString());
}

// The selected stretch { start, end, range } of the transcript without blanks at its ends; null when no word is selected.
export function selected(doc) {
  const selection = getSelection();
  if (!doc || !selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(doc)) return null;
  const lines = [...doc.querySelectorAll('.ln')].filter(line => range.intersectsNode(textOf(line)));
  const pieces = lines.map(line => {
    const text = textOf(line).textContent;
    const from = before(line, range.startContainer, range.startOffset) ?? 0;
    const to = before(line, range.endContainer, range.endOffset) ?? (range.comparePoint(textOf(line), textOf(line).childNodes.length) > 0 ? 0 : length(text));
    const points = [...text].slice(from, to);
    const lead = points.findIndex(c => c.trim());
    if (lead < 0) return null;
    const tail = points.findLastIndex(c => c.trim());
    return { line, start: startOf(line) + from + lead, end: startOf(line) + from + tail + 1 };
  }).filter(Boolean);
  return pieces.length ? { start: pieces[0].start, end: pieces.at(-1).end } : null;
}

// The place in the document of a position: text node and offset.
function place(line, position) {
  let left = position - startOf(line);
  const walker = document.createTreeWalker(textOf(line), NodeFilter.SHOW_TEXT);
  let node = null;
  while (walker.nextNode()) {
    node = walker.currentNode;
    const size = length(node.data);
    if (left <= size) return [node, [...node.data].slice(0, left).join('').length];
    left -= size;
  }
  return node ? [node, node.data.length] : [textOf(line), 0];
}

// The lines that hold some of a stretch.
export function linesOf(doc, start, end) {
  const all = [...doc.querySelectorAll('.ln')];
  let low = 0, high = all.length - 1;
  while (low < high) { const mid = (low + high + 1) >> 1; if (startOf(all[mid]) <= start) low = mid; else high = mid - 1; }
  const found = [];
  for (let i = low; i < all.length && (i === low || startOf(all[i]) < end); i++) found.push(all[i]);
  return found;
}

// A range over a stretch of the transcript.
export function rangeOf(doc, start, end) {
  const lines = linesOf(doc, start, end);
  if (!lines.length) return null;
  const range = document.createRange();
  range.setStart(...place(lines[0], start));
  range.setEnd(...place(lines.at(-1), end));
  return range;
}

// Words of a line as stretches, for choosing them with the keyboard.
export function wordsOf(line) {
  const text = textOf(line).textContent;
  return [...text.matchAll(/\S+/gu)].map(m => { const start = startOf(line) + length(text.slice(0, m.index)); return { start, end: start + length(m[0]) }; });
}
