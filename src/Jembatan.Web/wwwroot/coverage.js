// The scenario form answers at once: a slider shows its number while it moves and runs the scenario when it is let go.
import { visit, onArrive, say } from './visit.js';

const address = form => {
  const query = new URLSearchParams();
  for (const field of form.elements) {
    if (!field.name || (field.type === 'radio' && !field.checked) || field.value === '') continue;
    if (field.type === 'range' && field.value === field.defaultValue && field.dataset.neutral === field.value) continue;
    query.set(field.name, field.value);
  }
  return `/coverage?${query}`;
};

document.addEventListener('input', event => {
  const slider = event.target.closest?.('#scenario input[type=range]');
  if (slider) document.getElementById(`out-${slider.id.slice(3)}`).textContent = Number(slider.value).toLocaleString(document.documentElement.lang);
});

let waiting = 0;
let drawing = new AbortController();
document.addEventListener('change', event => {
  const form = event.target.closest?.('#scenario');
  if (!form) return;
  const focus = event.target.id;
  clearTimeout(waiting);
  drawing.abort();      // nobody waits for the band of the scenario before; the machine is free for this one
  waiting = setTimeout(() => {
    document.querySelector('.cvg-main')?.classList.add('cvg-waiting');
    const url = address(form);
    history.replaceState({ inPlace: true }, '', url);      // loading the page again, or sharing its address, keeps the scenario
    visit(url, { focus, push: false });
  }, 120);
});

// The line comes first; what the levers cost and the band of the first draws stream in after it, then the full band. The link stands for who has no script.
async function band() {
  const link = document.getElementById('band-link');
  if (!link || link.dataset.asked) return;
  link.dataset.asked = '1';
  const chart = document.querySelector('.cvg-fan');
  const words = link.textContent;
  link.textContent = link.dataset.waiting;
  drawing = new AbortController();
  const text = await fetch(link.href, { headers: { 'X-In-Place': '1' }, signal: drawing.signal }).then(answer => answer.ok ? answer.text() : null).catch(() => null);
  if (!text || !document.contains(chart)) { link.textContent = words; return; }
  const page = new DOMParser().parseFromString(text, 'text/html');
  const drawn = page.querySelector('.cvg-fan');
  const said = page.getElementById('band');
  if (!drawn || !said || !document.contains(chart)) return;
  chart.replaceWith(document.importNode(drawn, true));
  for (const id of ['export', 'cost', 'band']) {
    const part = page.getElementById(id);
    if (part) document.getElementById(id)?.replaceWith(document.importNode(part, true));
  }
  if (page.getElementById('band-link')) band();
  else say(said.textContent.trim());
}

// Long work tells how far it is, line by line; when it is over the page shows it.
async function follow() {
  const work = document.getElementById('work');
  if (!work || work.dataset.asked) return;
  work.dataset.asked = '1';
  const answer = await fetch(`/coverage/work/${work.dataset.work}`).catch(() => null);
  if (!answer?.ok) return;
  const lines = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let part = await lines.read(); !part.done; part = await lines.read()) {
    const done = Number(part.value.trim().split('\n').at(-1));
    const bar = document.getElementById('work-bar');
    if (!bar || !(done > 0)) continue;
    bar.value = done;
    document.getElementById('work-done').textContent = new Intl.NumberFormat(document.documentElement.lang, { style: 'percent' }).format(done);
  }
  if (document.contains(work)) visit(location.href, { push: false });
}

onArrive(band);
onArrive(follow);
band();
follow();
