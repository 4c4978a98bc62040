/** Shows what a form would send, in its `output`, in place of sending it. */
for (const form of document.querySelectorAll('form[data-show-entries]')) {
  const output = form.querySelector('output');
  form.addEventListener('submit', event => {
    event.preventDefault();
    output.textContent = [...new FormData(form)].map(([name, value]) => `${name}: ${value}`).join('\n');
  });
  form.addEventListener('reset', () => (output.textContent = ''));
}
