// Puts in what is new, and leaves alone what somebody is writing.
const shown = { revision: Number(document.body.dataset.revision) };

async function refresh() {
  try {
    const { revision } = await (await fetch("/revision")).json();
    if (revision === shown.revision) return;
    const modals = document.getElementById("modals");
    if (modals.contains(document.activeElement)) return;
    const text = await (await fetch(location.href)).text();
    const fresh = new DOMParser().parseFromString(text, "text/html");
    for (const part of document.querySelectorAll("[data-live]")) {
      const next = fresh.getElementById(part.id);
      if (next) part.replaceChildren(...next.childNodes);
    }
    shown.revision = revision;
    toEnd();
  } catch { /* the server is away: try again later */ }
}

function toEnd() {
  for (const list of document.querySelectorAll(".messages")) list.scrollTop = list.scrollHeight;
}

document.getElementById("as").addEventListener("change", (event) => event.target.form.submit());
document.querySelectorAll(".write textarea").forEach((box) =>
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey) { event.preventDefault(); box.form.requestSubmit(); }
  }));
toEnd();
setInterval(refresh, 1000);
