// Puts in what is new, and leaves alone what somebody is using at this moment.
const shown = { revision: Number(document.body.dataset.revision) };

const inUse = (part, next) =>
  part.dataset.key === next?.dataset.key &&
  (part.querySelector("details[open]") !== null ||
  (part.contains(document.activeElement) && document.activeElement.matches("select, input, textarea")));

async function refresh() {
  try {
    const { revision } = await (await fetch("/revision")).json();
    if (revision === shown.revision) return;
    const text = await (await fetch(location.href)).text();
    const fresh = new DOMParser().parseFromString(text, "text/html");
    let waits = false;
    for (const part of document.querySelectorAll("[data-live]")) {
      const next = fresh.getElementById(part.id);
      if (inUse(part, next)) waits = true;
      else renew(part, next);
    }
    if (!waits) shown.revision = revision;
  } catch { /* the server is away: try again later */ }
}

function renew(part, next) {
  if (!next || part.innerHTML === next.innerHTML) return;
  const atEnd = part.scrollHeight - part.scrollTop - part.clientHeight < 80;
  part.replaceChildren(...next.childNodes);
  if (next.dataset.key !== undefined) part.dataset.key = next.dataset.key;
  if (atEnd && part.matches("[role=log]")) toEnd(part);
  part.querySelector("[role=dialog] input:not([type=hidden]), [role=dialog] textarea")?.focus();
}

// A last message that is longer than the list shows from its beginning.
function toEnd(list) {
  list.scrollTop = list.scrollHeight;
  const last = list.querySelector("article:last-of-type");
  if (last && last.offsetHeight > list.clientHeight) list.scrollTop = last.offsetTop - list.offsetTop;
}

document.getElementById("as").addEventListener("change", (event) => event.target.form.submit());
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-confirm]");
  if (button && !confirm(button.dataset.confirm)) event.preventDefault();
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") document.querySelector("[role=dialog] [aria-label=Close], details.menu[open] summary")?.click();
});
document.querySelectorAll(".write textarea").forEach((box) =>
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey) { event.preventDefault(); box.form.requestSubmit(); }
  }));
document.querySelectorAll(".attach input").forEach((input) =>
  input.addEventListener("change", () => {
    input.nextElementSibling.textContent = [...input.files].map((file) => file.name).join(", ");
  }));
document.querySelectorAll("[role=log]").forEach(toEnd);
document.querySelector("[role=dialog] input:not([type=hidden]), [role=dialog] textarea, .edit textarea")?.focus();
setInterval(refresh, 700);
