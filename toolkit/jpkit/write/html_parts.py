"""Style and script of `glossary.html`."""

STYLE = """\
:root {
  --paper: #fff; --ink: #1c1e21; --faint: #5d646f; --line: #dfe3e8; --link: #0b57d0; --mark: #fff6d6;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #16181c; --ink: #e6e8eb; --faint: #a0a8b4; --line: #343a43; --link: #8ab4f8; --mark: #3a3420; }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 48rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.75 system-ui, "Hiragino Sans", "Noto Sans JP", "Noto Sans CJK JP", "Yu Gothic UI", sans-serif;
  overflow-wrap: anywhere;
}
a { color: var(--link); text-underline-offset: .2em; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; }
h1 { margin: 0; font-size: 1.75rem; line-height: 1.3; }
h2 { margin: 2.5rem 0 0; font-size: 1.35rem; }
h3 {
  margin: 2rem 0 0; padding-bottom: .25rem; border-bottom: 1px solid var(--line); color: var(--faint); font-size: 1rem;
}
header p { margin: .25rem 0; color: var(--faint); }
.filter input {
  width: min(20rem, 100%); padding: .35rem .6rem; border: 1px solid var(--faint); border-radius: .4rem;
  background: var(--paper); color: var(--ink); font: inherit;
}
nav { margin-top: 1rem; padding: .5rem 0; border-block: 1px solid var(--line); }
nav p { display: flex; flex-wrap: wrap; gap: 0 .9rem; margin: 0; }
nav a { min-width: 1.5rem; padding: .15rem 0; text-decoration: none; }
nav a:hover { text-decoration: underline; }
nav a:first-child { min-width: 5rem; color: var(--ink); font-weight: 600; }
dl { margin: 0; }
dl > div { padding: .9rem .5rem; border-bottom: 1px solid var(--line); }
dl > div:target { background: var(--mark); }
dt { line-height: 2; }
dfn { margin-right: .5em; font-style: normal; font-weight: 700; font-size: 1.1rem; unicode-bidi: isolate; }
ruby { ruby-align: center; }
rt { font-weight: 400; font-size: .6em; color: var(--faint); }
dt > span { unicode-bidi: isolate; }
.self { color: var(--faint); opacity: 0; }
dl > div:hover .self, .self:focus { opacity: 1; }
@media (hover: none) { .self { opacity: 1; } }
dd { margin: .15rem 0 0; unicode-bidi: isolate; }
.small { font-size: .875rem; color: var(--faint); }
summary { cursor: pointer; }
details ul { margin: 0; padding-left: 1.25rem; }
[hidden] { display: none; }
@media print { nav, .filter, .self { display: none; } body { max-width: none; } dl > div { break-inside: avoid; } }
"""

# Katakana, hiragana, letter case and width make no difference, as in the search of a Japanese dictionary.
SCRIPT = """\
{
  const filter = document.querySelector(".filter");
  const box = filter.querySelector("input");
  const output = filter.querySelector("output");
  const plain = (text) => text.normalize("NFKC").toLowerCase()
    .replace(/[\\u30a1-\\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
  const entries = [...document.querySelectorAll("dl > div")];
  const texts = entries.map((entry) => plain(entry.textContent));
  const sections = [...document.querySelectorAll("section")];
  const index = document.querySelector("nav");
  const show = () => {
    const words = plain(box.value).split(/\\s+/).filter(Boolean);
    let found = 0;
    entries.forEach((entry, number) => {
      entry.hidden = !words.every((word) => texts[number].includes(word));
      found += !entry.hidden;
    });
    for (const section of sections) section.hidden = !section.querySelector("dl > div:not([hidden])");
    if (index) index.hidden = words.length > 0;
    output.textContent = words.length ? output.dataset.found.replace("{}", found) : "";
  };
  box.addEventListener("input", show);
  filter.hidden = entries.length === 0;
  show();
}
"""
