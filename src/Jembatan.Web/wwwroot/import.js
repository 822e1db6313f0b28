// Importing one file at a time, so that progress shows and one bad file keeps nothing else out. Without script the form sends them all at once.
import { say } from './visit.js';

const form = () => document.getElementById('import');
const files = () => document.getElementById('f-files');
const fill = (text, ...parts) => parts.reduce((all, part, i) => all.replace(`{${i}}`, part), text);

document.addEventListener('dragover', event => { const drop = event.target.closest?.('#drop'); if (drop) { event.preventDefault(); drop.classList.add('over'); } });
document.addEventListener('dragleave', event => event.target.closest?.('#drop')?.classList.remove('over'));
document.addEventListener('drop', event => {
  const drop = event.target.closest?.('#drop');
  if (!drop) return;
  event.preventDefault();
  drop.classList.remove('over');
  files().files = event.dataTransfer.files;
  files().dispatchEvent(new Event('change', { bubbles: true }));
});

async function post(fields) {
  const answer = await fetch('/import', { method: 'POST', body: fields });
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
}

const basic = () => {
  const fields = new FormData(form());
  fields.delete('files');
  fields.delete('cases');
  return fields;
};

function trouble(page) {
  const found = page.querySelector('.trouble');
  document.querySelector('.page > .trouble')?.remove();
  if (found) form().closest('.page').querySelector('.head').after(document.importNode(found, true));
  return !!found;
}

let stopped = false;

document.addEventListener('click', event => { if (event.target.id === 'progress-stop') stopped = true; });

document.addEventListener('submit', async event => {
  if (event.target !== form() || event.submitter?.name === 'preview') return;
  const [chosen, table] = [[...files().files], document.getElementById('f-cases').files[0]];
  if (chosen.length === 0) return;
  event.preventDefault();
  stopped = false;
  const [bar, words, progress] = ['progress-bar', 'progress-words', 'progress'].map(id => document.getElementById(id));
  const list = document.getElementById('outcome');
  const count = { Imported: 0, Skipped: 0, Failed: 0 };
  list.replaceChildren();
  document.getElementById('matching').replaceChildren();
  document.querySelector('.page > .trouble')?.remove();
  document.getElementById('outcome-panel').hidden = false;
  progress.hidden = false;
  for (const [i, file] of chosen.entries()) {
    if (stopped) break;
    words.textContent = fill(form().dataset.working, i + 1, chosen.length, file.name);
    bar.value = i / chosen.length;
    const fields = basic();
    fields.append('files', file);
    const page = await post(fields).catch(() => null);
    if (!page || trouble(page)) break;
    for (const item of page.querySelectorAll('#outcome > li')) { count[item.dataset.status]++; list.append(document.importNode(item, true)); }
  }
  if (table && !stopped) {
    const fields = basic();
    fields.append('cases', table);
    const page = await post(fields).catch(() => null);
    if (page && !trouble(page)) document.getElementById('matching').replaceChildren(...[...page.getElementById('matching').childNodes].map(n => document.importNode(n, true)));
  }
  bar.value = 1;
  words.textContent = fill(form().dataset.finished, count.Imported, count.Skipped, count.Failed);
  document.getElementById('progress-stop').hidden = true;
  say(words.textContent);
});
