/* Follow the designer's saves, where the page comes from flashgen's own server. */

let known = document.documentElement.dataset.live; // the state of the deck on the page
let asking = Promise.resolve();

async function take(state_) {
  const answer = await fetch("deck.json");
  useDeck(await answer.json());
  known = state_;
}

function showErrors(lines) {
  const box = byId("errors");
  fillList(box.querySelector("ul"), lines);
  box.hidden = !lines.length;
  document.title = `${lines.length ? "✗ " : ""}${deck.deck} – preview`;
}

function follow() {
  const line = byId("line");
  const source = new EventSource("events");
  source.onmessage = (event) => {
    line.hidden = true;
    const { state: newest, errors } = JSON.parse(event.data);
    asking = asking.then(async () => {
      if (newest !== known) await take(newest);
      showErrors(errors);
      document.documentElement.dataset.state = newest;
    }).catch(lost);
  };
  source.onerror = lost;
}

function lost() {
  byId("line").hidden = false;
  byId("line").textContent = "flashgen no longer answers; what you see may be old";
}
