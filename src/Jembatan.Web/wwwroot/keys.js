// A field of several codes: suggestions go on after the keys that are written already.
document.addEventListener('input', event => {
  const field = event.target;
  if (!field.matches?.('input[data-many][list]')) return;
  const written = field.value.match(/^.*[,;]\s*/)?.[0] ?? '';
  for (const option of field.list.options) {
    option.dataset.key ??= option.value;
    option.value = written + option.dataset.key;
  }
});
