// Everything works without this: it only keeps lists fresh, shows that a form is on its way and reads the flash out.

for (const form of document.querySelectorAll("form[data-busy]")) guardForm(form);

function guardForm(form) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = "yes";
    const button = event.submitter || form.querySelector("button");
    button.setAttribute("aria-busy", "true");
    button.textContent = form.dataset.busy;
  });
}

const flash = document.querySelector(".flash");
if (flash && flash.textContent) {
  const text = flash.textContent;
  flash.textContent = "";
  setTimeout(() => { flash.textContent = text; }, 100); // a live region speaks only of what changes
}

for (const part of document.querySelectorAll("[data-live]")) {
  setInterval(() => refresh(part.id), Number(part.dataset.live) * 1000);
}

async function refresh(id) {
  const old = document.getElementById(id);
  const busy = () => document.hidden || old.querySelector(":is(a, button, summary):focus, details[open], [aria-busy]");
  if (busy()) return; // nothing moves under the reader's hands
  const response = await fetch(location.pathname, { headers: { "X-Live": "1" } }).catch(() => null);
  if (!response || !response.ok || response.redirected) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const fresh = page.getElementById(id);
  if (!fresh || fresh.innerHTML === old.innerHTML || busy()) return;
  const place = old.contains(document.activeElement) ? document.activeElement.id : "";
  old.innerHTML = fresh.innerHTML;
  document.title = page.title;
  for (const form of old.querySelectorAll("form[data-busy]")) guardForm(form);
  document.getElementById(place)?.focus({ preventScroll: true });
}
