/** The look of the widgets, on a page of its own: calm, plain, and as good on paper. */
export const policyStyles = `:root {
  color-scheme: light;
}

body {
  margin: 0;
  padding: 1.5em 1em 3em;
  color: #16262a;
  background: #fff;
  font: 1.0625em/1.5 system-ui, sans-serif;
}

main,
nav {
  max-inline-size: 38em;
  margin-inline: auto;
}

h1 {
  margin-block: 0.5em;
  font-size: 1.75em;
  line-height: 1.25;
  text-wrap: balance;
}

h2 {
  margin-block: 1.5em 0.25em;
  font-size: 1.25em;
  line-height: 1.35;
}

p,
ul {
  margin-block: 0.5em;
}

a {
  color: #0b4f57;
  overflow-wrap: anywhere;
}

a:focus-visible {
  outline: 3px solid #16262a;
  outline-offset: 2px;
  box-shadow: 0 0 0 2px #fff;
}

mark {
  padding-inline: 0.15em;
  color: inherit;
  background: #fdf0c8;
}

.template,
.note {
  padding: 0.75em 1em;
  background: #eef4f4;
  border-inline-start: 4px solid #0b4f57;
}

.note,
.changed {
  font-size: 0.9375em;
}

.changed {
  margin-block-start: 2em;
}

nav {
  margin-block-start: 3em;
  border-block-start: 1px solid #c9d5d6;
}

nav ul {
  padding: 0;
  list-style: none;
}

nav a {
  display: inline-block;
  padding-block: 0.6em;
}

@media print {
  body {
    padding: 0;
    font: 11pt/1.4 system-ui, sans-serif;
  }

  main {
    max-inline-size: none;
  }

  nav {
    display: none;
  }

  h2 {
    break-after: avoid;
  }

  section {
    break-inside: avoid;
  }
}
`;
