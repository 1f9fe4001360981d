/* What is shown, kept in the address, so that a reload and a bookmark keep it. */

const narrow = matchMedia("(max-width: 640px)").matches;
const DEFAULTS = {
  find: "", type: "", tag: "", problems: "", mode: "system", width: narrow ? "phone" : "desktop", sides: "both",
  at: "", keys: "",
};
const MEANT = { mode: ["light", "night", "system"], width: ["phone", "desktop"], sides: ["front", "back", "both"] };
const state = { ...DEFAULTS };
const listeners = [];
const darkSystem = matchMedia("(prefers-color-scheme: dark)");
const byId = (id) => document.getElementById(id);

const isNight = () => state.mode === "night" || (state.mode === "system" && darkSystem.matches);

function readState() {
  const told = new URLSearchParams(location.hash.slice(1));
  for (const [name, usual] of Object.entries(DEFAULTS)) {
    const value = told.get(name) ?? usual;
    state[name] = name in MEANT && !MEANT[name].includes(value) ? usual : value;
  }
}

function writeState() {
  const told = new URLSearchParams();
  for (const [name, usual] of Object.entries(DEFAULTS)) {
    if (state[name] !== usual) told.set(name, state[name]);
  }
  history.replaceState(null, "", `#${told}`);
}

/* Change some of the state; each listener hears the names of what has changed. */
function setState(changes) {
  const changed = Object.keys(changes).filter((name) => state[name] !== changes[name]);
  if (!changed.length) return;
  Object.assign(state, changes);
  writeState();
  for (const listener of listeners) listener(new Set(changed));
}
