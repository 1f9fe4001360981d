/* Bind the page to the state, and begin. */

const tools = byId("tools");

/* The state as the form and the page show it. */
function showState() {
  for (const name of ["find", "type", "tag", "mode", "width", "sides"]) {
    const field = tools.elements[name];
    if (field.value !== state[name]) field.value = state[name];
  }
  tools.elements.problems.checked = Boolean(state.problems);
  byId("single-keys").checked = state.keys !== "off";
  document.documentElement.dataset.mode = isNight() ? "night" : "light";
  document.documentElement.dataset.width = state.width;
  document.documentElement.dataset.sides = state.sides;
}

listeners.push((changed) => {
  const any = (...names) => names.some((name) => changed.has(name));
  if (any("sides")) for (const entry of entries) entry.turned = false;
  showState();
  if (any("sides", "width")) entries.forEach(showViews);
  if (any("find", "type", "tag", "problems")) filter();
  if (any("mode", "width")) redress();
});

darkSystem.addEventListener("change", () => {
  showState();
  redress();
});

tools.addEventListener("input", (event) => {
  const { name, value, type, checked } = event.target;
  setState({ [name]: type === "checkbox" ? (checked ? value : "") : value });
});
tools.addEventListener("submit", (event) => {
  event.preventDefault();
  step(1);
});
document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  byId("cards").focus();
});
new ResizeObserver(() => {
  document.documentElement.style.setProperty("--tools", `${document.querySelector("body > header").offsetHeight}px`);
}).observe(document.querySelector("body > header"));
new ResizeObserver(keepPlace).observe(byId("groups"));
addEventListener("scroll", keepPlace, { passive: true });
byId("reset").addEventListener("click", actions.Escape);
byId("groups").addEventListener("click", (event) => {
  const entry = event.target.closest(".entry")?.entry;
  const tag = event.target.dataset.tag;
  if (tag) setState({ tag });
  else if (event.target.matches(".turn")) turn(entry);
  else if (entry) choose(entry, false);
});
const entryAt = () => entries.find((entry) => entry.card.key === state.at && !entry.node.hidden);
addEventListener("hashchange", () => {
  const before = { ...state };
  readState();
  const changed = new Set(Object.keys(state).filter((name) => state[name] !== before[name]));
  for (const listener of listeners) listener(changed);
  if (changed.has("at")) choose(entryAt());
});

readState();
showState();
useDeck(JSON.parse(byId("data").textContent));
if (entryAt()) history.scrollRestoration = "manual";
choose(entryAt());
document.documentElement.dataset.ready = "yes";
if (document.documentElement.dataset.live) follow();

/* For who takes pictures: the document of one card side. */
window.documentOf = (key, side, dress) => documentOf(deck.cards.find((card) => card.key === key), side, dress);
