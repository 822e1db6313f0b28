// Follows the system's theme until the reader chooses one; runs before the first paint.
const root = document.documentElement;
root.dataset.script = 'on';
if (!root.dataset.theme) root.dataset.theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
